package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under which name a column of a result is known. */
final class OutputName {
    private OutputName() {}

    /** The label, or the name of the column; null for an expression without either. */
    static @Nullable String of(Expression<?> column) {
        if (column instanceof Label<?> label) {
            return label.name();
        }
        if (column instanceof SubqueryColumn<?> inner) {
            return inner.name();
        }
        return column instanceof ColumnRef<?> ref ? ref.column().name() : null;
    }

    /** How many columns have a name, and which is the first of them. */
    record Found(int count, int first) {}

    static Found find(List<Expression<?>> columns, String name) {
        int count = 0;
        int first = -1;
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (name.equalsIgnoreCase(of(columns.get(i)))) {
                count++;
                first = i;
            }
        }
        return new Found(count, first);
    }
}
