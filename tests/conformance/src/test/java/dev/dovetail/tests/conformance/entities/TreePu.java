package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** adjacency list with post_update on both sides (loops allowed); written by {@code EntityFilesTest}. */
public final class TreePu {
    private TreePu() {}

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
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                postUpdate = true,
                orderBy = "id")
        final Many<Node> children = new Many<>(this);

        @Relationship(
                backPopulates = "children",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                postUpdate = true)
        final One<Node> parent = new One<>(this);
    }
}
