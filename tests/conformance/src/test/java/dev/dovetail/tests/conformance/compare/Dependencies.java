package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import dev.dovetail.tests.conformance.replay.ForeignKeys;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which row has to be written before which, by the foreign keys of a schema. */
final class Dependencies {

    private final Schema schema;

    Dependencies(Schema schema) {
        this.schema = schema;
    }

    /** Whether the first row has to be written before the second. */
    boolean requires(Written first, Written second) {
        for (Table child : schema.tables()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (gives(key, child, first, second) || frees(key, child, first, second)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first row is the parent that the second one refers to. */
    private static boolean gives(ForeignKey key, Table child, Written parent, Written referring) {
        return parent.write().table().equals(key.referencedTable())
                && referring.write().table().equals(child.name())
                && ForeignKeys.refers(key, referring.after(), parent.after())
                && !ForeignKeys.refers(key, referring.after(), parent.before())
                && !ForeignKeys.refers(key, referring.before(), parent.after());
    }

    /** The first row no longer refers to the second one, which goes, or changes its key. */
    private static boolean frees(ForeignKey key, Table child, Written referring, Written parent) {
        return parent.write().table().equals(key.referencedTable())
                && referring.write().table().equals(child.name())
                && ForeignKeys.refers(key, referring.before(), parent.before())
                && !ForeignKeys.refers(key, referring.before(), parent.after())
                && !ForeignKeys.refers(key, referring.after(), parent.before())
                && !sameRow(referring, parent);
    }

    private static boolean sameRow(Written a, Written b) {
        @Nullable Map<String, @Nullable Object> before = a.before();
        return a.write().verb() == Verb.DELETE
                && a.write().table().equals(b.write().table())
                && before != null
                && before.equals(b.before());
    }
}
