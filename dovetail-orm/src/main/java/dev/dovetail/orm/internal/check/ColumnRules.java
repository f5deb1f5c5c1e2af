package dev.dovetail.orm.internal.check;

import dev.dovetail.Redacted;
import dev.dovetail.compile.Dialect;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.schema.Column;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** NOT NULL, and whether values fit their types; without a statement. */
final class ColumnRules {

    private final Findings findings;

    ColumnRules(Findings findings) {
        this.findings = findings;
    }

    void check(PendingRow row, Dialect dialect) {
        for (int column = 0; column < row.type().columns().size(); column++) {
            if (row.writes(column)) {
                check(row, column, dialect);
            }
        }
    }

    private void check(PendingRow row, int position, Dialect dialect) {
        Column<?> column = row.type().column(position);
        Object value = row.value(position);
        int[] columns = {position};
        if (value == null) {
            if (!column.nullable() && !row.losesParent(position)) { // which the session itself refuses
                findings.problem(
                        ProblemKind.NOT_NULL,
                        row,
                        columns,
                        null,
                        List.of(),
                        place -> place.name() + " must not be null");
            }
        } else if (value != PendingRow.UNKNOWN && !(value instanceof PendingRow.NewKey)) {
            String misfit = misfit(column.type(), value, dialect);
            if (misfit != null) {
                boolean hidden = findings.shown(row.type(), column, value) == Redacted.VALUE;
                findings.problem(
                        ProblemKind.DATA,
                        row,
                        columns,
                        null,
                        List.of(),
                        place -> place.assignment() + " does not fit its type" + (hidden ? "" : ": " + misfit));
            }
        }
    }

    /** Why a value does not fit its type, null if it does. */
    static <T> @Nullable String misfit(Type<T> type, Object value, Dialect dialect) {
        String misfit = type.misfit(type.javaClass().cast(value));
        return misfit == null && type instanceof BasicType<?> basic ? dialect.misfit(basic, value) : misfit;
    }
}
