package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** bp; cascade def; passive_deletes True; FK not null; ON DELETE CASCADE; written by {@code EntityFilesTest}. */
public final class BpDefNotnullCascadePd {
    private BpDefNotnullCascadePd() {}

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
                passiveDeletes = PassiveDeletes.UNLOADED,
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

        @Column(nullable = false)
        @ForeignKey(references = Parent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(
                backPopulates = "children",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Parent> parent = new One<>(this);
    }
}
