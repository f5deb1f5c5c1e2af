package dev.dovetail.tests.conformance.generate;

import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import java.util.LinkedHashSet;
import java.util.Set;

/** Why a schema has no entity classes: what Dovetail cannot map yet. The one list of it; it is to be empty. */
public final class NotMappedYet {

    private NotMappedYet() {}

    /** {@return the missing features that a schema needs, none for one that is mapped} */
    public static Set<String> of(Schema schema) {
        Set<String> missing = new LinkedHashSet<>();
        for (EntityClass entity : schema.entities()) {
            if (entity.inherits() != null || entity.polymorphicOn() != null) {
                missing.add("inheritance");
            }
        }
        return missing;
    }
}
