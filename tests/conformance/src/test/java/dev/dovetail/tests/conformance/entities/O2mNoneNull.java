package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** o2m; cascade none; passive_deletes False; FK null; ON DELETE -; written by {@code EntityFilesTest}. */
public final class O2mNoneNull {
    private O2mNoneNull() {}

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
                cascade = {},
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
    }
}
