package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a broken constraint.
 *
 * @param constraint the constraint, the values, and who is in the way
 * @param row the row of the batch that failed, null if it is not known
 * @param candidates the rows that may have failed, where there are several
 */
record Finding(ConstraintFacts constraint, @Nullable Integer row, List<Integer> candidates) {

    static Finding of(ConstraintFacts constraint) {
        return new Finding(constraint, null, List.of());
    }

    static Finding of(ConstraintFacts constraint, int row) {
        return new Finding(constraint, row, List.of());
    }

    static Finding among(ConstraintFacts constraint, List<WrittenRow> candidates) {
        List<Integer> rows = candidates.stream().map(WrittenRow::row).distinct().toList();
        return rows.size() == 1 ? of(constraint, rows.get(0)) : new Finding(constraint, null, rows);
    }
}
