package dev.dovetail.orm.mapping.model;

import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity's place in its hierarchy.
 *
 * @param base the entity that it extends, or null for the first class of the hierarchy
 * @param discriminator the column that says of which class a row is
 * @param identity what that column has in rows of this class, or null for a class without rows of its own
 * @param isAbstract whether the class is abstract
 * @param joined whether it has a table of its own, joined to that of its base
 * @param key the names of that table's primary key; empty where they are those of the base
 * @param onDelete the rule of that key, for deletes
 * @param onUpdate the rule of that key, for changed keys
 */
public record InheritanceModel(
        @Nullable EntityModel base,
        String discriminator,
        @Nullable String identity,
        boolean isAbstract,
        boolean joined,
        List<String> key,
        ReferentialAction onDelete,
        ReferentialAction onUpdate) {

    /** Copies what can change. */
    public InheritanceModel {
        key = List.copyOf(key);
    }

    static InheritanceModel of(@Nullable EntityModel base, String discriminator) {
        return new InheritanceModel(
                base,
                discriminator,
                null,
                false,
                false,
                List.of(),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
    }

    InheritanceModel withIdentity(@Nullable String value) {
        return new InheritanceModel(base, discriminator, value, isAbstract, joined, key, onDelete, onUpdate);
    }

    InheritanceModel asAbstract() {
        return new InheritanceModel(base, discriminator, identity, true, joined, key, onDelete, onUpdate);
    }

    InheritanceModel joinedBy(List<String> names, ReferentialAction deleteRule, ReferentialAction updateRule) {
        return new InheritanceModel(base, discriminator, identity, isAbstract, true, names, deleteRule, updateRule);
    }
}
