package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row takes a unique value after the row that had it was deleted, or given another, by the same flush. */
final class UniqueGivenUp implements Departure {

    @Override
    public Rule rule() {
        return Rule.D4;
    }

    @Override
    public boolean explains(Course course) {
        Raised raised = course.now().expected().result().raised();
        List<Written> rows = course.now().actual().written();
        return raised != null
                && Objects.equals(raised.kind(), "unique")
                && course.now().actual().result().raised() == null
                && rows.stream().noneMatch(Written::conflicting)
                && rows.stream().anyMatch(row -> taken(course, rows, row));
    }

    private static boolean taken(Course course, List<Written> rows, Written row) {
        Table table = course.schema().table(row.write().table());
        return table.allUniques().stream().anyMatch(unique -> {
            List<@Nullable Object> value = values(row.after(), unique);
            return value != null
                    && !value.equals(values(row.before(), unique))
                    && rows.subList(0, rows.indexOf(row)).stream()
                            .filter(earlier -> earlier.write().table().equals(table.name()))
                            .anyMatch(earlier -> value.equals(values(earlier.before(), unique))
                                    && !value.equals(values(earlier.after(), unique)));
        });
    }

    private static @Nullable List<@Nullable Object> values(
            @Nullable Map<String, @Nullable Object> row, List<String> columns) {
        if (row == null) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.get(column)));
        return values.contains(null) ? null : values;
    }
}
