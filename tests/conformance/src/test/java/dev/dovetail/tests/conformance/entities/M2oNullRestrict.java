package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** m2o; cascade def; passive_deletes False; FK null; ON DELETE RESTRICT; written by {@code EntityFilesTest}. */
public final class M2oNullRestrict {
    private M2oNullRestrict() {}

    /** A row of {@code parent}. */
    @Entity(table = "parent")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Parent {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;
    }

    /** A row of {@code child}. */
    @Entity(table = "child")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Child {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Parent.class, onDelete = ReferentialAction.RESTRICT)
        @Nullable
        Integer parentId;

        @Relationship(
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Parent> parent = new One<>(this);
    }
}
