package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.Dialect;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderTerm;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.Restriction;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RETURNING for databases without it, by several statements of one transaction: an INSERT goes row by row, and a query by
 * key, generated or given, reads the rows; for UPDATE and DELETE a query reads the keys first and locks the rows, which
 * are then written by key. It needs a primary key, and a transaction.
 */
final class ReturningEmulation {
    private final StatementExecutor executor;
    private final Returning<?> statement;
    private final @Nullable Object[] arguments;
    private final StatementOrigin origin;
    private final TableSource table;
    private final List<Column<?>> key;

    private ReturningEmulation(
            StatementExecutor executor, Returning<?> statement, @Nullable Object[] arguments, StatementOrigin origin) {
        this.executor = executor;
        this.statement = statement;
        this.arguments = arguments;
        this.origin = origin;
        this.table = statement.write().target();
        this.key = table.table().primaryKey().columns();
    }

    static boolean isNeeded(Returning<?> statement, Dialect dialect) {
        return !dialect.has(Capability.returning(statement.write()));
    }

    static Cursor run(
            StatementExecutor executor, Returning<?> statement, @Nullable Object[] arguments, StatementOrigin origin) {
        return new ReturningEmulation(executor, statement, arguments, origin).run();
    }

    private Cursor run() {
        if (executor.isAutoCommit()) {
            throw refused("that takes several statements, and this connection has no transaction");
        }
        if (key.isEmpty()) {
            throw refused("the table has no primary key to find the rows by");
        }
        if (statement.write() instanceof Insert insert) {
            return inserted(insert);
        }
        if (statement.write() instanceof Upsert upsert) {
            return upserted(upsert);
        }
        Restriction restriction = statement.write() instanceof Update update
                ? update.restriction()
                : ((Delete) statement.write()).restriction();
        if (!restriction.sources().isEmpty()) {
            throw refused("it has other sources: put them into subqueries");
        }
        return statement.write() instanceof Update update ? updated(update, restriction) : deleted(restriction);
    }

    private UsageException refused(String why) {
        return new UsageException(
                "DVT-SQL-UNSUPPORTED",
                executor.dialect().name() + " has no RETURNING, and the rows of this statement for " + table.table()
                        + " cannot be found by a query: " + why);
    }

    // INSERT

    private Cursor inserted(Insert insert) {
        if (insert.query() != null) {
            throw refused("they come from a query: run that, and insert the rows");
        }
        List<List<Expression<?>>> keys = new ArrayList<>();
        for (Insert row : insert.split()) {
            Column<?> generated = generatedKey(row);
            List<@Nullable Object> made = generated == null
                    ? executor.execute(row, once(), origin).keys()
                    : executor.insertReturningKeys(row, once(), generated, origin)
                            .keys();
            List<Expression<?>> values = new ArrayList<>();
            for (Column<?> column : key) {
                values.add(column == generated ? value(column, made.get(0)) : given(row, column));
            }
            keys.add(values);
        }
        return byKey(key, keys);
    }

    private @Nullable Column<?> generatedKey(Insert row) {
        for (Column<?> column : key) {
            if (column.generated() && !row.columns().contains(column)) {
                return column;
            }
        }
        return null;
    }

    private Cursor upserted(Upsert upsert) {
        if (upsert.insert().query() != null) {
            throw refused("they come from a query: run that, and insert the rows");
        }
        List<List<Expression<?>>> keys = new ArrayList<>();
        for (Insert row : upsert.insert().split()) {
            List<Expression<?>> values = new ArrayList<>();
            upsert.key().forEach(column -> values.add(given(row, column)));
            keys.add(values);
            executor.execute(upsert.with(row), once(), origin);
        }
        return byKey(upsert.key(), keys);
    }

    private Expression<?> given(Insert row, Column<?> column) {
        int position = row.columns().indexOf(column);
        Expression<?> value = position < 0 ? null : row.rows().get(0).get(position);
        if (value instanceof Value || value instanceof Parameter) {
            return value;
        }
        throw refused("the value of " + column + " is known to the database alone");
    }

    // UPDATE and DELETE

    private Cursor updated(Update update, Restriction restriction) {
        for (Column<?> column : key) {
            if (update.assignments().stream().anyMatch(assignment -> assignment.column() == column)) {
                throw refused("it changes the key column " + column);
            }
        }
        List<List<Expression<?>>> keys = lockedKeys(restriction);
        if (!keys.isEmpty()) {
            Update byKey = Sql.update(table).where(equal(key, keys));
            for (var assignment : update.assignments()) {
                byKey = set(byKey, assignment.column(), assignment.value());
            }
            executor.execute(byKey, once(), origin);
        }
        return byKey(key, keys);
    }

    @SuppressWarnings("unchecked") // the assignment was made of a column and a value of its class
    private static <T> Update set(Update update, Column<T> column, Expression<?> value) {
        return update.set(column, (Expression<T>) value);
    }

    private Cursor deleted(Restriction restriction) {
        List<List<Expression<?>>> keys = lockedKeys(restriction);
        // The drivers of databases that need this have read all rows when the query has been answered.
        Cursor rows = byKey(key, keys);
        if (!keys.isEmpty()) {
            executor.execute(Sql.deleteFrom(table).where(equal(key, keys)), once(), origin);
        }
        return rows;
    }

    private List<List<Expression<?>>> lockedKeys(Restriction restriction) {
        List<Expression<?>> columns = new ArrayList<>();
        key.forEach(column -> columns.add(table.col(column)));
        Select<Row> select = Sql.select(columns).from(table);
        for (Expression<Boolean> condition : restriction.where()) {
            select = select.where(condition);
        }
        select = select.orderBy(restriction.orderBy().toArray(OrderTerm[]::new));
        if (restriction.limit() != null) {
            select = select.limit(restriction.limit());
        }
        List<List<Expression<?>>> keys = new ArrayList<>();
        for (@Nullable Object[] row : executor.rows(select.forUpdate(), arguments, origin)) {
            List<Expression<?>> values = new ArrayList<>();
            for (int index = 0; index < row.length; index++) {
                values.add(value(key.get(index), row[index]));
            }
            keys.add(values);
        }
        return keys;
    }

    // By key

    private Cursor byKey(List<Column<?>> columns, List<List<Expression<?>>> keys) {
        Select<Row> select = Sql.select(statement.columns()).from(table);
        return executor.query(select.where(equal(columns, keys)), arguments, origin);
    }

    private Expression<Boolean> equal(List<Column<?>> columns, List<List<Expression<?>>> keys) {
        if (keys.isEmpty()) {
            return Sql.not(
                    Sql.or(table.col(key.get(0)).isNull(), table.col(key.get(0)).isNotNull()));
        }
        List<Expression<Boolean>> rows = new ArrayList<>();
        for (List<Expression<?>> values : keys) {
            List<Expression<Boolean>> parts = new ArrayList<>();
            for (int index = 0; index < columns.size(); index++) {
                parts.add(new Comparison(ComparisonOperator.EQ, table.col(columns.get(index)), values.get(index)));
            }
            rows.add(all(parts));
        }
        return any(rows);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of conditions
    private static Expression<Boolean> all(List<Expression<Boolean>> parts) {
        return Sql.and((Operand<Boolean>[]) parts.toArray(new Operand[0]));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of conditions
    private static Expression<Boolean> any(List<Expression<Boolean>> rows) {
        return Sql.or((Operand<Boolean>[]) rows.toArray(new Operand[0]));
    }

    private static <T> Value<T> value(Column<T> column, @Nullable Object value) {
        return new Value<>(column.type().cast(value), column.type());
    }

    private List<@Nullable Object[]> once() {
        List<@Nullable Object[]> once = new ArrayList<>();
        once.add(arguments);
        return once;
    }
}
