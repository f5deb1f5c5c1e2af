package dev.dovetail.preview;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program does by itself, before the database, to the rows that some deleted rows lead to: those whose columns have the values of
 * the deleted rows' columns.
 *
 * @param name what the preview calls it, such as a relationship
 * @param action {@link DeleteAction#DELETE} or {@link DeleteAction#SET_NULL}
 * @param from the table of the deleted rows
 * @param fromColumns columns of it
 * @param fromConditions which of the rows are meant; none for all
 * @param via a table between the two, null for none
 * @param to the table of the rows that are reached
 * @param toColumns columns of it, as many as of the other side
 * @param toConditions which of the rows are meant, by the table's own name; none for all
 * @param foreignKey the columns that are written or that hold the rows together where a foreign key is behind it, else none
 */
public record DeleteStep(
        String name,
        DeleteAction action,
        Table from,
        List<Column<?>> fromColumns,
        List<Expression<Boolean>> fromConditions,
        @Nullable Via via,
        Table to,
        List<Column<?>> toColumns,
        List<Expression<Boolean>> toConditions,
        List<Column<?>> foreignKey) {
    /** Copies the lists. */
    public DeleteStep {
        fromColumns = List.copyOf(fromColumns);
        fromConditions = List.copyOf(fromConditions);
        toColumns = List.copyOf(toColumns);
        toConditions = List.copyOf(toConditions);
        foreignKey = List.copyOf(foreignKey);
    }

    /**
     * A table between two others.
     *
     * @param table the table
     * @param in the columns that lead to the deleted rows
     * @param out the columns that lead to the rows that are reached
     */
    public record Via(Table table, List<Column<?>> in, List<Column<?>> out) {
        /** Copies the lists. */
        public Via {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }
}
