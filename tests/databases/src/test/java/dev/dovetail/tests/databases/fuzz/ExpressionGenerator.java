package dev.dovetail.tests.databases.fuzz;

import static dev.dovetail.sql.Sql.and;
import static dev.dovetail.sql.Sql.cast;
import static dev.dovetail.sql.Sql.coalesce;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.countDistinct;
import static dev.dovetail.sql.Sql.exists;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.min;
import static dev.dovetail.sql.Sql.not;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.or;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.text;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.when;

import dev.dovetail.schema.Table;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.TextOperand;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes random expressions, each of the type that was asked for. */
final class ExpressionGenerator {

    static final BasicType<String> TEXT = Types.VARCHAR(50);
    static final BasicType<BigDecimal> DECIMAL = Types.NUMERIC(10, 2);
    static final List<BasicType<?>> TYPES =
            List.of(Types.INTEGER, Types.BIGINT, DECIMAL, TEXT, Types.BOOLEAN, Types.DATE);

    // No letters with two cases outside of ASCII: SQLite's upper and lower leave them alone.
    private static final List<String> TEXTS =
            List.of("", "Ann", "bees", "Bees ", "it's", "100%", "a_b", "\\", "?", "名", "😀", "NULL", "1");
    // SQLite's LIKE does not tell upper case from lower.
    private static final List<String> SIGNS = List.of("", "'", "100%", "_", "\\", "😀", " ", "名");
    private static final List<Integer> INTEGERS = List.of(0, 1, -1, 2, 5, 100, 250);

    private final Random random;
    private int aliases;
    private List<Table> tables = List.of(FuzzSchema.AUTHOR, FuzzSchema.BOOK);

    ExpressionGenerator(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T oneOf(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    private <T> T choose(Supplier<? extends T>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    Operand<?> any(Scope scope, int depth) {
        return of(oneOf(TYPES), scope, depth);
    }

    @SuppressWarnings("unchecked") // by the type
    <T> Operand<T> of(Type<T> type, Scope scope, int depth) {
        return (Operand<T>)
                switch (type.storage().kind()) {
                    case INTEGER -> anyInteger(scope, depth);
                    case BIGINT -> anyBigint(scope, depth);
                    case NUMERIC -> anyDecimal(scope, depth);
                    case VARCHAR, TEXT -> anyText(scope, depth);
                    case BOOLEAN -> condition(scope, depth);
                    case DATE -> anyDate(scope, depth);
                    default -> throw new IllegalArgumentException(type.toString());
                };
    }

    @SuppressWarnings("unchecked") // by the type
    <T> T constant(Type<T> type) {
        return (T)
                switch (type.storage().kind()) {
                    case INTEGER -> oneOf(INTEGERS);
                    case BIGINT -> oneOf(List.of(0L, 7L, -7L, 3_000_000_000L));
                    case NUMERIC ->
                        oneOf(List.of(new BigDecimal("0.00"), new BigDecimal("12.50"), new BigDecimal("-1.25")));
                    case VARCHAR, TEXT -> oneOf(TEXTS);
                    case BOOLEAN -> random.nextBoolean();
                    case DATE -> oneOf(List.of(LocalDate.of(1970, 2, 28), LocalDate.of(2000, 2, 29)));
                    default -> throw new IllegalArgumentException(type.toString());
                };
    }

    private <T> Operand<T> leaf(Type<T> type, Scope scope) {
        List<Operand<T>> columns = scope.of(type);
        if (!columns.isEmpty() && !oneIn(4)) {
            return oneOf(columns);
        }
        return oneIn(8) ? value(null, type) : value(constant(type), type);
    }

    private <T> Operand<T> common(Type<T> type, Scope scope, int depth) {
        int below = depth - 1;
        return choose(
                () -> leaf(type, scope),
                () -> coalesce(of(type, scope, below), value(constant(type), type)),
                () -> coalesce(of(type, scope, below), of(type, scope, below), of(type, scope, below)),
                () -> when(condition(scope, below), of(type, scope, below)).otherwise(of(type, scope, below)),
                () -> when(condition(scope, below), constant(type)).end(),
                () -> when(condition(scope, below), constant(type))
                        .when(condition(scope, below), of(type, scope, below))
                        .otherwise(constant(type)),
                () -> cast(of(type, scope, below), type),
                () -> scalar(aggregated(type, scope, below)));
    }

    /** A query of one row: an aggregate over a table, which may look at the sources around. */
    private <T> Select<T> aggregated(Type<T> type, Scope scope, int depth) {
        TableSource table = anyTable();
        Scope inner = new Scope(table.columns());
        Operand<T> column = type.storage().kind() == Types.BOOLEAN.kind()
                ? leaf(type, new Scope(List.of()))
                : random.nextBoolean() ? max(of(type, inner, 0)) : min(of(type, inner, 0));
        Select<T> query = select(column).from(table).where(condition(inner.within(scope), depth));
        return type.storage().kind() == Types.BOOLEAN.kind()
                ? query.orderBy(table.col("id", Integer.class)).limit(1)
                : query;
    }

    TableSource anyTable() {
        return table(oneOf(tables)).as("t" + aliases++);
    }

    /** What subqueries read from here on. */
    void read(Table... some) {
        tables = List.of(some);
    }

    TextOperand anyText(Scope scope, int depth) {
        if (depth <= 0) {
            return text(leaf(TEXT, scope));
        }
        int below = depth - 1;
        return choose(
                () -> text(common(TEXT, scope, depth)),
                () -> anyText(scope, below).concat(oneOf(TEXTS)),
                () -> anyText(scope, below).concat(anyText(scope, below)),
                () -> anyText(scope, below).lower(),
                () -> anyText(scope, below).upper(),
                () -> text(cast(anyInteger(scope, below), TEXT)));
    }

    NumericOperand<Integer> anyInteger(Scope scope, int depth) {
        if (depth <= 0) {
            return number(leaf(Types.INTEGER, scope));
        }
        int below = depth - 1;
        return choose(
                () -> number(common(Types.INTEGER, scope, depth)),
                () -> anyInteger(scope, below).plus(oneOf(INTEGERS)),
                () -> anyInteger(scope, below).minus(anyInteger(scope, below)),
                () -> anyInteger(scope, below).times(anyInteger(scope, below)),
                () -> number(cast(anyInteger(scope, below), Types.INTEGER)));
    }

    NumericOperand<Long> anyBigint(Scope scope, int depth) {
        if (depth <= 0) {
            return number(leaf(Types.BIGINT, scope));
        }
        int below = depth - 1;
        return choose(
                () -> number(common(Types.BIGINT, scope, depth)),
                () -> anyBigint(scope, below).plus(anyBigint(scope, below)),
                () -> anyBigint(scope, below).minus(7),
                () -> number(cast(anyInteger(scope, below), Types.BIGINT)),
                () -> {
                    TableSource table = anyTable();
                    Scope inner = new Scope(table.columns()).within(scope);
                    return number(scalar(select(countAll()).from(table).where(condition(inner, below))));
                });
    }

    private NumericOperand<BigDecimal> anyDecimal(Scope scope, int depth) {
        if (depth <= 0) {
            return number(leaf(DECIMAL, scope));
        }
        int below = depth - 1;
        return choose(
                () -> number(common(DECIMAL, scope, depth)),
                () -> anyDecimal(scope, below).plus(anyDecimal(scope, below)),
                () -> anyDecimal(scope, below).minus(new BigDecimal("0.75")),
                () -> anyDecimal(scope, below).times(2),
                () -> number(cast(anyInteger(scope, below), DECIMAL)));
    }

    private Operand<LocalDate> anyDate(Scope scope, int depth) {
        return depth <= 0 ? leaf(Types.DATE, scope) : common(Types.DATE, scope, depth);
    }

    /** An aggregate over the rows of a group. */
    Operand<?> aggregate(Scope scope, int depth) {
        return choose(
                () -> countAll(),
                () -> count(any(scope, depth)),
                () -> countDistinct(any(scope, depth)),
                () -> sum(anyInteger(scope, depth)),
                () -> sum(anyDecimal(scope, depth)),
                () -> max(anyText(scope, depth)),
                () -> min(anyBigint(scope, depth)),
                () -> max(anyDecimal(scope, depth)),
                () -> min(anyDate(scope, depth)));
    }

    Operand<Boolean> condition(Scope scope, int depth) {
        if (depth <= 0) {
            return oneIn(3) ? leaf(Types.BOOLEAN, scope) : compared(oneOf(TYPES), scope, 0);
        }
        int below = depth - 1;
        return choose(
                () -> compared(oneOf(TYPES), scope, below),
                () -> compared(oneOf(TYPES), scope, below),
                () -> and(condition(scope, below), condition(scope, below)),
                () -> or(condition(scope, below), condition(scope, below), condition(scope, below)),
                () -> not(condition(scope, below)),
                () -> like(scope, below),
                // Of an aggregate, MariaDB answers NULL in place of false.
                () -> scope.isGroup() ? compared(oneOf(TYPES), scope, below) : inSubquery(oneOf(TYPES), scope, below),
                () -> {
                    TableSource table = anyTable();
                    Scope inner = new Scope(table.columns()).within(scope);
                    return exists(select(inner.all().get(0)).from(table).where(condition(inner, below)));
                },
                () -> leaf(Types.BOOLEAN, scope),
                () -> common(Types.BOOLEAN, scope, depth));
    }

    private <T> Operand<Boolean> compared(Type<T> type, Scope scope, int depth) {
        Operand<T> left = of(type, scope, depth);
        return choose(
                () -> left.eq(of(type, scope, depth)),
                () -> left.ne(of(type, scope, depth)),
                () -> left.lt(of(type, scope, depth)),
                () -> left.le(constant(type)),
                () -> left.gt(of(type, scope, depth)),
                () -> left.ge(constant(type)),
                () -> left.isNull(),
                () -> left.isNotNull(),
                () -> left.between(of(type, scope, depth), of(type, scope, depth)),
                () -> left.in(constants(type)),
                () -> left.notIn(constants(type)),
                () -> left.isDistinctFrom(of(type, scope, depth)),
                () -> left.isNotDistinctFrom(constant(type)));
    }

    private <T> List<T> constants(Type<T> type) {
        List<T> constants = new ArrayList<>();
        for (int count = below(4); count > 0; count--) {
            constants.add(constant(type));
        }
        return constants;
    }

    private <T> Operand<Boolean> inSubquery(Type<T> type, Scope scope, int depth) {
        TableSource table = anyTable();
        Scope inner = new Scope(table.columns());
        Select<T> query = select(of(type, inner, depth)).from(table).where(condition(inner.within(scope), depth));
        Operand<T> left = of(type, scope, depth);
        return random.nextBoolean() ? left.in(query) : left.notIn(query);
    }

    private Operand<Boolean> like(Scope scope, int depth) {
        TextOperand left = anyText(scope, depth);
        return choose(
                () -> left.like("%\\_%"),
                () -> left.notLike("1__\\%"),
                () -> left.contains(oneOf(SIGNS)),
                () -> left.startsWith(oneOf(SIGNS)),
                () -> left.endsWith(oneOf(SIGNS)));
    }
}
