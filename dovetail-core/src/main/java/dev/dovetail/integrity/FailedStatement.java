package dev.dovetail.integrity;

import dev.dovetail.schema.Table;
import dev.dovetail.sql.Assignment;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.Value;
import dev.dovetail.sql.WithWrite;
import dev.dovetail.sql.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that failed, as far as it was under way.
 *
 * @param statement the statement
 * @param rows the arguments of each row that it was sent with; one empty array if it has no parameters
 * @param failedRow the row at which it failed, null if that is not known
 * @param sql the text that was sent
 * @param parameters the values bound to each row that was sent, in the order of the text, already redacted
 * @param origin on whose behalf it ran
 */
public record FailedStatement(
        Statement statement,
        List<@Nullable Object[]> rows,
        @Nullable Integer failedRow,
        String sql,
        List<List<@Nullable Object>> parameters,
        StatementOrigin origin) {

    /** Copies the lists. */
    public FailedStatement {
        rows = List.copyOf(rows);
        parameters = List.copyOf(parameters);
    }

    /** The same, where its text has been understood as another statement. */
    FailedStatement as(Statement understood) {
        return new FailedStatement(understood, rows, failedRow, sql, parameters, origin);
    }

    /** What writes in it: the statement itself, but for common table expressions before it. */
    private Statement writing() {
        return statement instanceof WithWrite with ? with.write() : statement;
    }

    /** The table that it writes to, null for a query and for a statement that was given as text. */
    @Nullable
    Table table() {
        return writing() instanceof Write write ? write.table() : null;
    }

    /** The conditions of an update or delete, with the parameters that the arguments of a row fill. */
    List<Expression<Boolean>> where() {
        if (writing() instanceof Update update) {
            return update.where();
        }
        return writing() instanceof Delete delete ? delete.where() : List.of();
    }

    boolean isInsert() {
        return writing() instanceof Insert || writing() instanceof Upsert;
    }

    boolean isUpdate() {
        return writing() instanceof Update;
    }

    boolean isDelete() {
        return writing() instanceof Delete;
    }

    /** Whether it gives a column a value of its own. */
    boolean sets(String column) {
        return candidates().stream().anyMatch(row -> row.values().containsKey(column));
    }

    /** Whether it is an update that sets a column, to whatever value. */
    boolean assigns(String column) {
        return writing() instanceof Update update
                && update.assignments().stream()
                        .anyMatch(assignment -> assignment.column().name().equalsIgnoreCase(column));
    }

    /** The rows that may have failed. */
    List<WrittenRow> candidates() {
        List<WrittenRow> candidates = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (failedRow == null || failedRow == row) {
                addWritten(row, candidates);
            }
        }
        return candidates;
    }

    /** All rows that were to be written, in order. */
    List<WrittenRow> written() {
        List<WrittenRow> written = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            addWritten(row, written);
        }
        return written;
    }

    private void addWritten(int row, List<WrittenRow> written) {
        Insert inserted = writing() instanceof Upsert upsert ? upsert.insert() : null;
        if (writing() instanceof Insert insert) {
            inserted = insert;
        }
        if (inserted != null) {
            int position = 0;
            for (List<Expression<?>> expressions : inserted.rows()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (int i = 0; i < expressions.size(); i++) {
                    put(values, inserted.columns().get(i).name(), expressions.get(i), row);
                }
                written.add(new WrittenRow(row, position++, rows.get(row), values));
            }
        } else {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            if (writing() instanceof Update update) {
                for (Assignment assignment : update.assignments()) {
                    put(values, assignment.column().name(), assignment.value(), row);
                }
            }
            written.add(new WrittenRow(row, 0, rows.get(row), values));
        }
    }

    // What the database computes is not known here, and is left out.
    private void put(Map<String, @Nullable Object> values, String column, Expression<?> expression, int row) {
        if (expression instanceof Value<?> value) {
            values.put(column, value.value());
        } else if (expression instanceof Parameter<?> parameter && parameter.index() < rows.get(row).length) {
            values.put(column, rows.get(row)[parameter.index()]);
        }
    }

    /**
     * What one row of the statement gives to the columns.
     *
     * @param row its number in the batch
     * @param position its place among the rows of values that the statement itself has
     * @param arguments its arguments
     * @param values the value of each column, where the statement itself holds it
     */
    record WrittenRow(int row, int position, @Nullable Object[] arguments, Map<String, @Nullable Object> values) {

        boolean isBefore(WrittenRow other) {
            return row < other.row || row == other.row && position < other.position;
        }
    }
}
