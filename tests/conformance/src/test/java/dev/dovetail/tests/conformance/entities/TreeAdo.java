package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** adjacency list, children all, delete-orphan; written by {@code EntityFilesTest}. */
public final class TreeAdo {
    private TreeAdo() {}

    /** A row of {@code node}. */
    @Entity(table = "node")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Node {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Node.class)
        @Nullable
        Integer parentId;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Node> children = new Many<>(this);

        @Relationship(
                backPopulates = "children",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Node> parent = new One<>(this);
    }
}
