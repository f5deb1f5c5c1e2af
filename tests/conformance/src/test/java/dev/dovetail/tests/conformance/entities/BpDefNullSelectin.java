package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** as bp_def_null but children lazy='selectin'; written by {@code EntityFilesTest}. */
public final class BpDefNullSelectin {
    private BpDefNullSelectin() {}

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
                loading = Loading.SELECT_IN,
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

        @Relationship(
                backPopulates = "children",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Parent> parent = new One<>(this);
    }
}
