package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** adjacency list, children only; written by {@code EntityFilesTest}. */
public final class TreeO2m {
    private TreeO2m() {}

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
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Node> children = new Many<>(this);
    }
}
