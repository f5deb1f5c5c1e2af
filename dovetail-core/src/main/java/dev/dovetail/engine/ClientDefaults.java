package dev.dovetail.engine;

import dev.dovetail.schema.Column;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.WithQuery;
import dev.dovetail.sql.WithReturning;
import dev.dovetail.sql.WithWrite;
import dev.dovetail.sql.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A statement and its rows of arguments, completed by what the program makes for columns that the statement does not set:
 * a value for each row of an INSERT, one for all rows of a query, and one for each UPDATE. The values become arguments, so
 * that the statement stays the same from one execution to the next.
 *
 * @param statement the statement
 * @param rows its arguments
 */
record ClientDefaults(Statement statement, List<@Nullable Object[]> rows) {
    static ClientDefaults complete(Statement statement, List<@Nullable Object[]> rows) {
        if (statement instanceof WithQuery<?> with) {
            Expressions before = Expressions.complete(with.ctes(), rows);
            return new ClientDefaults(new WithQuery<>(before.ctes, with.query()), before.rows);
        }
        if (statement instanceof WithWrite with) {
            Expressions before = Expressions.complete(with.ctes(), rows);
            ClientDefaults completed = complete(with.write(), before.rows);
            return new ClientDefaults(new WithWrite(before.ctes, (Write) completed.statement), completed.rows);
        }
        if (statement instanceof WithReturning<?> with) {
            Expressions before = Expressions.complete(with.ctes(), rows);
            ClientDefaults completed = complete(with.returning(), before.rows);
            return new ClientDefaults(
                    new WithReturning<>(before.ctes, (Returning<?>) completed.statement), completed.rows);
        }
        if (statement instanceof Returning<?> returning) {
            ClientDefaults completed = complete(returning.write(), rows);
            return completed.statement == returning.write()
                    ? new ClientDefaults(statement, rows)
                    : new ClientDefaults(
                            new Returning<>((Write) completed.statement, returning.columns(), returning.shape()),
                            completed.rows);
        }
        if (statement instanceof Upsert upsert) {
            ClientDefaults completed = complete(upsert.insert(), rows);
            return completed.statement == upsert.insert()
                    ? new ClientDefaults(statement, rows)
                    : new ClientDefaults(upsert.with((Insert) completed.statement), completed.rows);
        }
        Filling filling = new Filling(rows);
        if (statement instanceof Insert insert) {
            return new ClientDefaults(filling.fill(insert), filling.rows);
        }
        return statement instanceof Update update
                ? new ClientDefaults(filling.fill(update), filling.rows)
                : new ClientDefaults(statement, rows);
    }

    /**
     * Common table expressions, which can write as well.
     *
     * @param ctes the expressions
     * @param rows the arguments of their statement
     */
    private record Expressions(List<Cte> ctes, List<@Nullable Object[]> rows) {
        static Expressions complete(List<Cte> ctes, List<@Nullable Object[]> rows) {
            List<Cte> completed = new ArrayList<>();
            List<@Nullable Object[]> longer = rows;
            for (Cte cte : ctes) {
                ClientDefaults body = ClientDefaults.complete(cte.body(), longer);
                longer = body.rows;
                completed.add(body.statement == cte.body() ? cte : cte.with((ResultStatement<?>) body.statement));
            }
            return new Expressions(completed, longer);
        }
    }

    /** Adds values behind the arguments. */
    private static final class Filling {
        private List<@Nullable Object[]> rows;

        Filling(List<@Nullable Object[]> rows) {
            this.rows = rows;
        }

        Insert fill(Insert insert) {
            Insert filled = insert;
            for (Column<?> column : insert.table().columns()) {
                Supplier<?> supplier = column.clientDefault();
                if (supplier != null && !insert.columns().contains(column)) {
                    List<Parameter<?>> values = new ArrayList<>();
                    for (int row = 0; row < Math.max(insert.rows().size(), 1); row++) {
                        values.add(parameter(column, supplier));
                    }
                    filled = filled.with(column, values);
                }
            }
            return filled;
        }

        Update fill(Update update) {
            Update filled = update;
            for (Column<?> column : update.table().columns()) {
                Supplier<?> supplier = column.clientOnUpdate();
                boolean set = update.assignments().stream().anyMatch(assignment -> assignment.column() == column);
                if (supplier != null && !set && !update.assignments().isEmpty()) {
                    filled = set(filled, column, supplier);
                }
            }
            return filled;
        }

        private <T> Update set(Update update, Column<T> column, Supplier<?> supplier) {
            return update.set(column, parameter(column, supplier));
        }

        private <T> Parameter<T> parameter(Column<T> column, Supplier<?> supplier) {
            int index = rows.isEmpty() ? 0 : rows.get(0).length;
            List<@Nullable Object[]> longer = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                // A row may have been given too few; that is told when it is bound.
                @Nullable Object[] copy = Arrays.copyOf(row, Math.max(row.length, index) + 1);
                copy[index] = supplier.get();
                longer.add(copy);
            }
            rows = longer;
            return new Parameter<>(index, column.type());
        }
    }
}
