package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import dev.dovetail.tests.conformance.replay.ForeignKeys;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A child whose key was set to null is deleted where SQLAlchemy, not having the old parent in memory, keeps it without one. */
final class OrphanByOldKey implements Departure {

    @Override
    public Rule rule() {
        return Rule.D11;
    }

    @Override
    public boolean explains(Course course) {
        if (course.now().actual().result().raised() != null) {
            return false;
        }
        Writes writes = Writes.of(
                course.now().expected().written(), course.now().actual().written());
        return !writes.missing().isEmpty()
                && writes.missing().stream().allMatch(row -> nulled(course, row) && deleted(writes.extra(), row))
                && writes.extra().stream()
                        .allMatch(row -> writes.missing().stream().anyMatch(orphan -> sameRow(orphan, row))
                                || belowOrphan(course, writes.extra(), row));
    }

    /** Whether the row loses its owner: a parent whose collection of it has the delete-orphan cascade. */
    private static boolean nulled(Course course, Written row) {
        Table table = course.schema().table(row.write().table());
        return table.foreignKeys().stream()
                .filter(key -> row.write().verb() == Verb.UPDATE)
                .filter(key -> key.columns().stream()
                        .anyMatch(column -> row.write().set().containsKey(column)
                                && row.write().set().get(column) == null))
                .anyMatch(key -> owned(course, key));
    }

    private static boolean owned(Course course, ForeignKey key) {
        for (EntityClass entity : course.schema().entities()) {
            for (Relationship relationship : entity.relationships()) {
                if (relationship.cascades().contains("delete-orphan")
                        && key.equals(Keys.of(course, entity, relationship))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean deleted(List<Written> rows, Written orphan) {
        return rows.stream().anyMatch(row -> row.write().verb() == Verb.DELETE && sameRow(orphan, row));
    }

    private static boolean sameRow(Written a, Written b) {
        return a.write().table().equals(b.write().table())
                && Objects.equals(a.write().where(), b.write().where());
    }

    /** What the orphan's own deletion brings about. */
    private static boolean belowOrphan(Course course, List<Written> rows, Written row) {
        Table table = course.schema().table(row.write().table());
        @Nullable Map<String, @Nullable Object> before = row.before();
        return row.write().verb() != Verb.INSERT
                && table.foreignKeys().stream()
                        .anyMatch(key -> rows.stream()
                                .filter(parent -> parent.write().verb() == Verb.DELETE)
                                .filter(parent -> parent.write().table().equals(key.referencedTable()))
                                .anyMatch(parent -> ForeignKeys.refers(key, before, parent.before())));
    }
}
