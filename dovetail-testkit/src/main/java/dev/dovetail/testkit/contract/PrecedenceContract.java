package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Functions.bitAnd;
import static dev.dovetail.sql.Functions.bitXor;
import static dev.dovetail.sql.Functions.shiftLeft;
import static dev.dovetail.sql.Sql.and;
import static dev.dovetail.sql.Sql.condition;
import static dev.dovetail.sql.Sql.exists;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.not;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.or;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.when;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row3;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Brackets stand where they must: random expressions have the value that they have in Java, NULL included. */
public class PrecedenceContract {

    private static final int EXPRESSIONS = 250;
    private static final Table NUMBERS =
            Table.of("numbers", column("id", INTEGER).primaryKey(), column("seven", BIGINT), column("nothing", BIGINT));
    private static final Column<Integer> ID = NUMBERS.column("id", Integer.class);
    private static final Column<Long> SEVEN = NUMBERS.column("seven", Long.class);
    private static final NumericOperand<Long> COLUMN = number(table(NUMBERS).col(SEVEN));
    private static final NumericOperand<Long> NOTHING = table(NUMBERS).number("nothing", Long.class);

    /** Makes the tests; JUnit calls it. */
    public PrecedenceContract() {}

    @BeforeEach
    void createTable(Database database) {
        database.create(NUMBERS);
        database.engine()
                .transaction(connection ->
                        connection.execute(insertInto(NUMBERS).set(ID, 1).set(SEVEN, 7L)));
    }

    /**
     * A number, and what it is worth.
     *
     * @param operand the number
     * @param worth what it is worth, null for NULL
     */
    private record Int(
            NumericOperand<Long> operand, @Nullable Long worth) {}

    /**
     * A condition, and what it is worth.
     *
     * @param operand the condition
     * @param worth what it is worth, null for unknown
     */
    private record Bool(Condition operand, @Nullable Boolean worth) {}

    /** Makes expressions of a seed. */
    private static final class Maker {
        private final Random random;

        Maker(long seed) {
            random = new Random(seed);
        }

        Int number(int depth) {
            int kind = random.nextInt(depth == 0 ? 3 : 13);
            if (kind <= 2) {
                return leaf(kind);
            }
            Int a = number(depth - 1);
            if (kind == 3) {
                return new Int(a.operand.negated(), a.worth == null ? null : -a.worth);
            }
            if (kind == 4) {
                return new Int(a.operand.modulo(5), a.worth == null ? null : a.worth % 5);
            }
            if (kind == 5) {
                return new Int(a.operand.dividedBy(-3), a.worth == null ? null : a.worth / -3);
            }
            if (kind == 6) {
                return new Int(bitXor(a.operand, 5L), a.worth == null ? null : a.worth ^ 5);
            }
            if (kind == 7) {
                Int masked = new Int(bitAnd(a.operand, 15L), a.worth == null ? null : a.worth & 15);
                return new Int(shiftLeft(masked.operand, 2), masked.worth == null ? null : masked.worth << 2);
            }
            if (kind == 8) {
                Bool choice = condition(depth - 1);
                Int b = number(depth - 1);
                return new Int(
                        Sql.number(when(choice.operand, a.operand).otherwise(b.operand)),
                        Boolean.TRUE.equals(choice.worth) ? a.worth : b.worth);
            }
            Int b = number(depth - 1);
            boolean known = a.worth != null && b.worth != null;
            return switch (kind) {
                case 9, 10 -> new Int(a.operand.plus(b.operand), known ? a.worth + b.worth : null);
                case 11 -> new Int(a.operand.minus(b.operand), known ? a.worth - b.worth : null);
                default ->
                    new Int(a.operand.modulo(9).times(b.operand.modulo(9)), known ? a.worth % 9 * (b.worth % 9) : null);
            };
        }

        private Int leaf(int kind) {
            if (kind == 0) {
                return new Int(COLUMN, 7L);
            }
            if (kind == 1 && random.nextInt(4) == 0) {
                return new Int(NOTHING, null);
            }
            long worth = random.nextInt(19) - 9L;
            return new Int(Sql.number(value(worth, BIGINT)), worth);
        }

        Bool condition(int depth) {
            int kind = random.nextInt(depth == 0 ? 5 : 11);
            if (kind <= 4) {
                return comparison(kind, number(depth), number(depth));
            }
            Bool a = condition(depth - 1);
            if (kind == 5) {
                return new Bool(Sql.condition(not(a.operand)), a.worth == null ? null : !a.worth);
            }
            if (kind == 6) {
                return new Bool(a.operand.isNull(), a.worth == null);
            }
            Bool b = condition(depth - 1);
            return switch (kind) {
                case 7 -> new Bool(a.operand.isNotDistinctFrom(b.operand), Objects.equals(a.worth, b.worth));
                case 8 ->
                    new Bool(
                            a.operand.eq(b.operand),
                            a.worth == null || b.worth == null ? null : a.worth.equals(b.worth));
                case 9 -> new Bool(Sql.condition(and(a.operand, b.operand)), both(a.worth, b.worth, false));
                default -> new Bool(Sql.condition(or(a.operand, b.operand)), both(a.worth, b.worth, true));
            };
        }

        // AND and OR of three values: one that decides does so whatever the other is.
        private static @Nullable Boolean both(@Nullable Boolean a, @Nullable Boolean b, boolean deciding) {
            if ((a != null && a == deciding) || (b != null && b == deciding)) {
                return deciding;
            }
            return a == null || b == null ? null : Boolean.valueOf(!deciding);
        }

        private static Bool comparison(int kind, Int a, Int b) {
            boolean known = a.worth != null && b.worth != null;
            return switch (kind) {
                case 0 -> new Bool(a.operand.lt(b.operand), known ? a.worth < b.worth : null);
                case 1 -> new Bool(a.operand.eq(b.operand), known ? a.worth.equals(b.worth) : null);
                case 2 -> new Bool(a.operand.isDistinctFrom(b.operand), !Objects.equals(a.worth, b.worth));
                case 3 ->
                    new Bool(a.operand.in(List.of(1L, 2L, 3L)), a.worth == null ? null : a.worth >= 1 && a.worth <= 3);
                default -> new Bool(a.operand.between(-2L, 5L), a.worth == null ? null : a.worth >= -2 && a.worth <= 5);
            };
        }
    }

    private static <V> @Nullable V eval(Connection connection, Operand<V> operand) {
        return connection.list(select(operand).from(table(NUMBERS))).get(0);
    }

    @EveryDatabase
    void numbers(Database database) {
        try (Connection connection = database.engine().connect()) {
            for (long seed = 0; seed < EXPRESSIONS; seed++) {
                Int made = new Maker(seed).number(4);
                assertThat(eval(connection, made.operand)).as("seed " + seed).isEqualTo(made.worth);
            }
        }
    }

    @EveryDatabase
    void conditions(Database database) {
        try (Connection connection = database.engine().connect()) {
            for (long seed = 0; seed < EXPRESSIONS; seed++) {
                Bool made = new Maker(seed).condition(4);
                assertThat(eval(connection, condition(made.operand)))
                        .as("seed " + seed)
                        .isEqualTo(made.worth);
                boolean found = !connection
                        .list(select(table(NUMBERS).col(ID))
                                .from(table(NUMBERS))
                                .where(made.operand))
                        .isEmpty();
                assertThat(found).as("seed " + seed).isEqualTo(Boolean.TRUE.equals(made.worth));
            }
        }
    }

    @EveryDatabase
    void existsIsAValue(Database database) {
        TableSource other = table(NUMBERS).as("other");
        NumericOperand<Long> seven = other.number("seven", Long.class);
        Condition same = exists(select(seven).from(other).where(seven.eq(COLUMN)));
        var numbers = select(
                        scalar(select(max(seven)).from(other).where(seven.ge(COLUMN)))
                                .as("most"),
                        same.as("same"),
                        not(same).as("another"),
                        condition(same.eq(NOTHING.isNull())).as("both"))
                .from(table(NUMBERS))
                .as("numbers_of");
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.list(select(
                                    numbers.col("most", Long.class),
                                    numbers.col("same", Boolean.class),
                                    numbers.col("another", Boolean.class))
                            .from(numbers)
                            .where(numbers.col("same", Boolean.class), numbers.col("both", Boolean.class))))
                    .containsExactly(new Row3<>(7L, true, false));
        }
    }
}
