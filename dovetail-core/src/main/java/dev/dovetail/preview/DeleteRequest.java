package dev.dovetail.preview;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Rows that are to be deleted, and what the program does by itself about those that refer to them. Not thread-safe. */
public final class DeleteRequest {

    /**
     * Rows that are asked for.
     *
     * @param table their table
     * @param condition which rows, by the table's own name
     */
    record Rows(Table table, Expression<Boolean> condition) {}

    private final ForeignKeyGraph graph;
    private final DeleteActor actor;
    private final List<Rows> rows = new ArrayList<>();
    private final List<DeleteStep> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private BiPredicate<String, String> sensitive = (table, column) -> false;

    DeleteRequest(ForeignKeyGraph graph, DeleteActor actor) {
        this.graph = graph;
        this.actor = actor;
    }

    /**
     * Adds rows.
     *
     * @param table their table
     * @param condition which rows, by the table's own name
     * @return this
     */
    public DeleteRequest rows(Table table, Operand<Boolean> condition) {
        rows.add(new Rows(table, condition.expression()));
        return this;
    }

    /**
     * Adds something that the program does by itself when rows of a table are deleted by it.
     *
     * @param step what it does
     * @return this
     */
    public DeleteRequest step(DeleteStep step) {
        steps.add(step);
        return this;
    }

    /**
     * Adds what the preview does not look at.
     *
     * @param note a sentence
     * @return this
     */
    public DeleteRequest note(String note) {
        notes.add(note);
        return this;
    }

    /**
     * Says which values may not be shown.
     *
     * @param hidden tells of a table's name and a column's whether the column's values are left out
     * @return this
     */
    public DeleteRequest sensitive(BiPredicate<String, String> hidden) {
        sensitive = hidden;
        return this;
    }

    /**
     * Asks the database.
     *
     * @param connection reads, in its transaction; a few statements for each table that is reached
     * @return the preview
     * @throws UsageException if the database has not all of the tables; code {@code DVT-PREVIEW-TABLE}
     */
    public DeletePreview preview(Connection connection) {
        boolean all = connection.engine().redaction() == Redaction.ALL;
        DeleteSets sets = new DeleteSets(graph, connection, actor, rows, steps);
        return new DeleteCounts(sets, all ? (table, column) -> true : sensitive).preview(notes);
    }
}
