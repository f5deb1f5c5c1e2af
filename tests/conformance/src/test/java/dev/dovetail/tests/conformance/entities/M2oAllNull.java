package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** m2o; cascade def; passive_deletes False; FK null; ON DELETE -; written by {@code EntityFilesTest}. */
public final class M2oAllNull {
    private M2oAllNull() {}

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

        @ForeignKey(references = Parent.class)
        @Nullable
        Integer parentId;

        @SuppressWarnings("FK06")
        @Relationship(
                cascade = {Cascade.ALL},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Parent> parent = new One<>(this);
    }
}
