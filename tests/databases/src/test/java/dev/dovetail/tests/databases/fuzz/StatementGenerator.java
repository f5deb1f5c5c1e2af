package dev.dovetail.tests.databases.fuzz;

import static dev.dovetail.sql.Sql.coalesce;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.cte;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.lag;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.orderBy;
import static dev.dovetail.sql.Sql.partitionBy;
import static dev.dovetail.sql.Sql.rank;
import static dev.dovetail.sql.Sql.rollup;
import static dev.dovetail.sql.Sql.rowNumber;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.sql.Sql.value;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.CteSource;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderTerm;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.SubquerySource;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Window;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Makes random statements, all of which are right: they name what is there, and every expression has its type. */
final class StatementGenerator {

    private static final int DEPTH = 2;

    private final ExpressionGenerator expressions;

    StatementGenerator(long seed) {
        // The first numbers of neighbouring seeds of Random are nearly the same.
        expressions = new ExpressionGenerator(new Random(new SplittableRandom(seed).nextLong()));
    }

    Statement statement() {
        return switch (expressions.below(16)) {
            case 0 -> insert();
            case 1 -> changed();
            case 2 -> deleted();
            case 3, 4 -> grouped();
            case 5 -> nested();
            case 6, 7 -> combined();
            case 8 -> common();
            case 9, 10 -> windowed();
            case 11 -> subtotalled();
            default -> query();
        };
    }

    private Select<Row> query() {
        TableSource first = expressions.anyTable();
        Scope scope = new Scope(first.columns());
        List<Operand<?>> columns = new ArrayList<>();
        TableSource second = expressions.anyTable();
        boolean joined = expressions.oneIn(2);
        Scope all = joined ? scope.and(second.columns()) : scope;
        for (int count = 1 + expressions.below(4); count > 0; count--) {
            columns.add(labelled(expressions.any(all, DEPTH), columns.size()));
        }
        Select<Row> query = select(columns).from(first);
        if (joined) {
            Operand<Boolean> on = expressions.condition(all, 1);
            query = switch (expressions.below(6)) {
                case 0, 1 -> query.join(second, on);
                case 2 -> query.rightJoin(second, on);
                // PostgreSQL has to find an equality there.
                case 3 -> query.fullJoin(second, first.col("id", Integer.class).eq(second.col("id", Integer.class)));
                default -> query.leftJoin(second, on);
            };
        }
        if (!expressions.oneIn(4)) {
            query = query.where(expressions.condition(all, DEPTH));
        }
        if (expressions.oneIn(4)) {
            query = query.distinct();
            if (columns.get(0) instanceof Label<?> label) {
                query = query.orderBy(label);
            }
        } else if (joined || expressions.oneIn(2)) {
            query = query.orderBy(ordering(all), ordering(all));
        } else if (expressions.oneIn(2)) {
            // By what has neither NULLs nor doubles, or the databases would leave off different rows.
            query = query.orderBy(first.col("id", Integer.class)).limit(expressions.below(4));
            if (expressions.oneIn(2)) {
                query = query.offset(expressions.below(3));
            }
        }
        return query;
    }

    private OrderTerm ordering(Scope scope) {
        Operand<?> operand = expressions.oneOf(scope.all());
        return expressions.oneIn(2) ? operand.asc() : operand.desc();
    }

    private Operand<?> labelled(Operand<?> operand, int index) {
        return expressions.oneIn(3) ? operand.as("c" + index) : operand;
    }

    private Select<Row> grouped() {
        TableSource table = expressions.anyTable();
        Scope rows = new Scope(table.columns());
        List<Operand<?>> keys = new ArrayList<>();
        for (int count = expressions.below(3); count > 0; count--) {
            keys.add(expressions.oneOf(table.columns()));
        }
        List<Operand<?>> columns = new ArrayList<>(keys);
        for (int count = 1 + expressions.below(2); count > 0; count--) {
            columns.add(expressions.aggregate(rows, 1));
        }
        Scope group = new Scope(columns, keys);
        columns.add(expressions.any(group, 1));
        Select<Row> query = select(columns).from(table).where(expressions.condition(rows, 1));
        if (!keys.isEmpty()) {
            query = query.groupBy(keys.toArray(new Operand<?>[0]));
        }
        if (expressions.oneIn(2)) {
            query = query.having(expressions.condition(group, 1));
        }
        if (expressions.oneIn(3)) {
            query = query.orderBy(ordering(group));
        }
        return query;
    }

    private Select<Row> nested() {
        TableSource table = expressions.anyTable();
        Scope inner = new Scope(table.columns());
        List<Type<?>> types = List.of(Types.INTEGER, ExpressionGenerator.TEXT, Types.BOOLEAN);
        List<Operand<?>> columns = new ArrayList<>();
        for (Type<?> type : types) {
            columns.add(expressions.of(type, inner, DEPTH).as("n" + columns.size()));
        }
        SubquerySource source = select(columns)
                .from(table)
                .where(expressions.condition(inner, 1))
                .as("nested");
        List<Operand<?>> outer = new ArrayList<>();
        for (int index = 0; index < types.size(); index++) {
            outer.add(source.col("n" + index, types.get(index).javaClass()));
        }
        Scope scope = new Scope(outer);
        return select(List.of(expressions.any(scope, DEPTH), expressions.any(scope, DEPTH)))
                .from(source)
                .where(expressions.condition(scope, 1));
    }

    /** Two queries of the same types by a set operation. */
    private Query<Row> combined() {
        List<Type<?>> types =
                List.of(expressions.oneOf(ExpressionGenerator.TYPES), expressions.oneOf(ExpressionGenerator.TYPES));
        Query<Row> left = simple(types);
        Query<Row> right = expressions.oneIn(4) ? simple(types).union(simple(types)) : simple(types);
        return switch (expressions.below(6)) {
            case 0 -> left.union(right);
            case 1 -> left.intersect(right);
            case 2 -> left.except(right);
            case 3 -> left.intersectAll(right);
            case 4 -> left.exceptAll(right);
            default -> left.unionAll(right);
        };
    }

    private Select<Row> simple(List<Type<?>> types) {
        TableSource table = expressions.anyTable();
        Scope scope = new Scope(table.columns());
        List<Operand<?>> columns = new ArrayList<>();
        for (Type<?> type : types) {
            columns.add(expressions.of(type, scope, 1).as("s" + columns.size()));
        }
        return select(columns).from(table).where(expressions.condition(scope, 1));
    }

    /** A query that is given a name, and asked twice. */
    private Query<Row> common() {
        List<Type<?>> types = List.of(Types.INTEGER, ExpressionGenerator.TEXT);
        Cte named = cte("named", simple(types));
        CteSource one = named.as("one");
        CteSource two = named.as("two");
        Scope scope = new Scope(one.cols()).and(two.cols());
        Select<Row> query = select(List.of(expressions.any(scope, 1), expressions.any(scope, 1)))
                .from(one);
        Operand<Boolean> on = expressions.condition(scope, 1);
        query = expressions.oneIn(3) ? query.crossJoin(two) : query.leftJoin(two, on);
        return query.where(expressions.condition(scope, 1)).with(named);
    }

    /** Functions over windows that order every row, so that there is one answer. */
    private Select<Row> windowed() {
        TableSource table = expressions.anyTable();
        Scope scope = new Scope(table.columns());
        OrderTerm id = table.col("id", Integer.class).asc();
        Window window = expressions.oneIn(2)
                ? orderBy(id)
                : partitionBy(expressions.oneOf(table.columns()))
                        .orderBy(ordering(scope).ordering().nullsFirst(), id);
        List<Operand<?>> columns = new ArrayList<>(List.of(table.col("id", Integer.class)));
        columns.add(expressions.oneIn(2) ? rowNumber().over(window) : rank().over(window));
        columns.add(lag(expressions.of(Types.INTEGER, scope, 1)).over(window));
        columns.add(sum(expressions.anyInteger(scope, 1)).over(window));
        columns.add(max(expressions.anyText(scope, 1)).over(partitionBy(expressions.oneOf(table.columns()))));
        return select(columns).from(table).where(expressions.condition(scope, 1));
    }

    /** Groups, groups of groups, and aggregates of some rows only. */
    private Select<Row> subtotalled() {
        TableSource table = expressions.anyTable();
        Scope scope = new Scope(table.columns());
        Operand<?> key = table.columns().get(1 + expressions.below(4));
        List<Operand<?>> columns = List.of(
                key,
                countAll().filter(expressions.condition(scope, 1)),
                sum(expressions.anyInteger(scope, 1)).filter(expressions.condition(scope, 0)));
        Select<Row> query = select(columns).from(table);
        return expressions.oneIn(2) ? query.groupBy(rollup(key)) : query.groupBy(key);
    }

    private Insert insert() {
        TableSource from = expressions.anyTable();
        Scope none = new Scope(List.of());
        Insert insert = insertInto(FuzzSchema.AUTHOR);
        if (expressions.oneIn(3)) {
            Scope scope = new Scope(from.columns());
            List<Operand<?>> columns = new ArrayList<>();
            for (Column<?> column : FuzzSchema.AUTHOR.columns()) {
                columns.add(
                        column.name().equals("id")
                                ? from.number("id", Integer.class).plus(1000)
                                : column.nullable()
                                        ? expressions.of(column.type(), scope, 1)
                                        : notNull(column.type(), scope));
            }
            return insert.columns(FuzzSchema.AUTHOR.columns().toArray(new Column<?>[0]))
                    .select(select(columns).from(from).where(expressions.condition(scope, 1)));
        }
        for (Column<?> column : FuzzSchema.AUTHOR.columns()) {
            insert = set(insert, column, none);
        }
        return insert;
    }

    private <T> Insert set(Insert insert, Column<T> column, Scope scope) {
        return column.nullable()
                ? insert.set(column, expressions.of(column.type(), scope, DEPTH))
                : insert.set(column, notNull(column.type(), scope));
    }

    private <T> Operand<T> notNull(Type<T> type, Scope scope) {
        return coalesce(expressions.of(type, scope, 1), value(expressions.constant(type), type));
    }

    private Update changed() {
        Table changed = FuzzSchema.BOOK;
        Scope scope = new Scope(table(changed).columns());
        // Not what is set: to MariaDB and MySQL that would be the new value in the assignments behind.
        Scope kept = new Scope(List.of(
                table(changed).col("id", Integer.class),
                table(changed).col("author_id", Integer.class),
                table(changed).col("sold", Long.class)));
        Update update = update(changed);
        // A subquery of the same table would see rows that SQLite has changed already.
        expressions.read(FuzzSchema.AUTHOR);
        for (String name : List.of("title", "pages", "price", "printed")) {
            if (expressions.oneIn(2) || update.assignments().isEmpty()) {
                update = set(update, changed.column(name), kept);
            }
        }
        expressions.read(FuzzSchema.AUTHOR, FuzzSchema.BOOK);
        return update.where(expressions.condition(scope, DEPTH));
    }

    private <T> Update set(Update update, Column<T> column, Scope scope) {
        return update.set(column, expressions.of(column.type(), scope, DEPTH));
    }

    private Delete deleted() {
        return deleteFrom(FuzzSchema.BOOK)
                .where(expressions.condition(new Scope(table(FuzzSchema.BOOK).columns()), DEPTH));
    }
}
