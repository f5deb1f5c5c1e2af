package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The third stage of a flush: the sorted changes, those next to each other that are the same statement on the same table
 * taken together.
 *
 * @param steps the steps in the order in which they are sent
 */
public record FlushPlan(List<Step> steps) {

    /** Copies what can change. */
    public FlushPlan {
        steps = List.copyOf(steps);
    }

    /**
     * Rows of one table to which the same is done.
     *
     * @param kind what is done
     * @param entity the table's entity
     * @param rows the rows, in order
     */
    public record Step(Kind kind, EntityDescriptor<?> entity, List<RowChange> rows) {

        @Override
        public String toString() {
            return kind + " " + entity.table().name() + " × " + rows.size()
                    + rows.stream()
                            .map(row -> System.lineSeparator() + "    " + row)
                            .collect(Collectors.joining());
        }
    }

    /**
     * Groups sorted changes.
     *
     * @param sorted the changes in order
     * @return the plan
     */
    public static FlushPlan of(List<RowChange> sorted) {
        List<Step> steps = new ArrayList<>();
        List<RowChange> open = new ArrayList<>();
        for (RowChange change : sorted) {
            if (!open.isEmpty() && !sameStatement(open.get(0), change)) {
                steps.add(step(open));
                open = new ArrayList<>();
            }
            open.add(change);
        }
        if (!open.isEmpty()) {
            steps.add(step(open));
        }
        return new FlushPlan(steps);
    }

    private static boolean sameStatement(RowChange left, RowChange right) {
        return left.kind() == right.kind()
                && left.state().type() == right.state().type();
    }

    private static Step step(List<RowChange> rows) {
        return new Step(rows.get(0).kind(), rows.get(0).state().type(), List.copyOf(rows));
    }

    /** One line for each step, and below it one for each row. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
