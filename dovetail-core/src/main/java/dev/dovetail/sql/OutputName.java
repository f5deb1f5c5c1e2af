package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
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
        if (column instanceof DerivedColumn<?> inner) {
            return inner.name();
        }
        return column instanceof ColumnRef<?> ref ? ref.column().name() : null;
    }

    /** The columns of a result that have a name: one of those given, or their own. */
    static List<NamedType<?>> outputs(ResultStatement<?> statement, List<String> names) {
        List<NamedType<?>> outputs = new ArrayList<>();
        for (int i = 0; i < statement.columns().size(); i++) {
            Expression<?> column = statement.columns().get(i);
            String name = names.isEmpty() ? of(column) : names.get(i);
            if (name != null) {
                outputs.add(new NamedType<>(name, column.type()));
            }
        }
        return List.copyOf(outputs);
    }

    static void requireEach(String what, ResultStatement<?> statement, List<String> names) {
        if (!names.isEmpty() && names.size() != statement.columns().size()) {
            throw new UsageException(
                    "DVT-SQL-COLUMN",
                    what + " has " + statement.columns().size() + " columns, and " + names.size()
                            + " names were given: " + names);
        }
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
