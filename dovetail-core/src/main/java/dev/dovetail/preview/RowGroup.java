package dev.dovetail.preview;

import dev.dovetail.preview.DeleteRequest.Rows;
import dev.dovetail.preview.GraphTable.Key;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.DerivedTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of one table that go, either by the program or by the database, as something to select from. */
final class RowGroup {

    final GraphTable table;
    /** Whether the program deletes the rows, not the database. */
    final boolean program;
    /** How rows get here. */
    final List<Reach> reaches = new ArrayList<>();
    /** Where the deletes of these rows lead to. */
    final List<Reach> leads = new ArrayList<>();
    /** The columns that somebody asks for. */
    final Set<Column<?>> columns = new LinkedHashSet<>();
    /** The groups that the rows are made of, this one included, in an order in which they can be written. */
    final Set<RowGroup> upstream = new LinkedHashSet<>();

    boolean atLeast;
    private final String name;
    private @Nullable DerivedTable rows;

    RowGroup(GraphTable table, boolean program, int number) {
        this.table = table;
        this.program = program;
        this.name = "gone_" + number;
        columns.addAll(table.identity());
    }

    /**
     * A way from rows that go to other rows.
     *
     * @param from the rows that go, null where the rows were asked for
     * @param fromColumns columns of theirs
     * @param to the table of the other rows
     * @param toColumns columns of it, which have the same values
     * @param key the foreign key that the database follows, null for none
     * @param step what the program does, null for nothing
     * @param root the rows that were asked for, null for others
     */
    record Reach(
            @Nullable RowGroup from,
            List<Column<?>> fromColumns,
            GraphTable to,
            List<Column<?>> toColumns,
            @Nullable Key key,
            @Nullable DeleteStep step,
            @Nullable Rows root) {

        RowGroup source() {
            return Objects.requireNonNull(from);
        }

        /** Whether it can be a join of two tables. */
        boolean plain() {
            return step == null || step.via() == null && step.fromConditions().isEmpty();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    String name() {
        return name;
    }

    DerivedTable rows() {
        return Objects.requireNonNull(rows, () -> name + " of " + table + " is not there yet");
    }

    void rows(DerivedTable made) {
        rows = made;
    }

    /** The columns by which rows are told apart; all that are asked for, where there is no primary key. */
    List<Column<?>> identity() {
        return table.identity().isEmpty() ? List.copyOf(columns) : table.identity();
    }

    /** The name that a column has there. */
    String label(Column<?> column) {
        return "c" + List.copyOf(columns).indexOf(column);
    }
}
