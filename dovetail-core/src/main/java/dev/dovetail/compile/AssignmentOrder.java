package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Assignment;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of assignments for databases that assign one after the other, each with the new values of those before: what
 * reads a column goes before what sets it, so that all read the old values, as the standard has it.
 */
final class AssignmentOrder {
    private AssignmentOrder() {}

    static List<Assignment> of(List<Assignment> assignments, Dialect dialect) {
        List<Assignment> open = new ArrayList<>(assignments);
        List<Assignment> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            Assignment next = open.stream()
                    .filter(candidate ->
                            open.stream().allMatch(other -> other == candidate || !reads(other, candidate.column())))
                    .findFirst()
                    .orElseThrow(() -> refused(open, dialect));
            ordered.add(next);
            open.remove(next);
        }
        return ordered;
    }

    private static boolean reads(Assignment assignment, Column<?> column) {
        return StructureWalk.columnsIn(assignment.value()).contains(column);
    }

    private static UsageException refused(List<Assignment> open, Dialect dialect) {
        return new UsageException(
                "DVT-SQL-UNSUPPORTED",
                dialect.name() + " assigns one column after the other, and has no SET in which each of "
                        + open.stream().map(Assignment::column).toList()
                        + " reads the old value of another: take those from a subquery, by from(…)");
    }
}
