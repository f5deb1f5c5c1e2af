package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.replay.RowWrite;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose INSERT was rolled back, added again, gets a new generated key, where SQLAlchemy inserts the old one. */
final class KeysApart implements Departure {

    @Override
    public Rule rule() {
        return Rule.D8;
    }

    @Override
    public boolean explains(Course course) {
        Writes writes = Writes.of(
                course.now().expected().written(), course.now().actual().written());
        return course.now().actual().result().raised() == null
                && !writes.missing().isEmpty()
                && writes.missing().size() == writes.extra().size()
                && writes.missing().stream()
                        .allMatch(row -> writes.extra().stream()
                                .anyMatch(other -> other.write().equals(withoutKey(course, row))));
    }

    private static @Nullable RowWrite withoutKey(Course course, Written row) {
        RowWrite write = row.write();
        Map<String, @Nullable Object> set = new LinkedHashMap<>(write.set());
        boolean named = course.schema().table(write.table()).columns().stream()
                .filter(Column::autoincrement)
                .anyMatch(column -> set.remove(column.name()) != null);
        boolean insertedBefore = course.pairs().stream()
                .limit(course.pairs().size() - 1L)
                .flatMap(pair -> pair.expected().written().stream())
                .anyMatch(other -> other.write().verb() == Verb.INSERT
                        && other.write().table().equals(write.table()));
        return named && insertedBefore && write.verb() == Verb.INSERT
                ? new RowWrite(Verb.INSERT, write.table(), set, Map.of())
                : null;
    }
}
