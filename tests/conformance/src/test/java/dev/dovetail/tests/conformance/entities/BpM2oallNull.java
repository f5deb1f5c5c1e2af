package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** many-to-one side cascade='all': deleting a child deletes its parent; written by {@code EntityFilesTest}. */
public final class BpM2oallNull {
    private BpM2oallNull() {}

    /** A row of {@code parent}. */
    @Entity(table = "parent")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Parent {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Child> children = new Many<>(this);
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
                backPopulates = "children",
                cascade = {Cascade.ALL},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Parent> parent = new One<>(this);
    }
}
