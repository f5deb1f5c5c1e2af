package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** self-referential many-to-many, both sides; written by {@code EntityFilesTest}. */
public final class M2mSelf {
    private M2mSelf() {}

    /** A row of {@code node}. */
    @Entity(table = "node")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Node {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "edge", columns = "left_id", targetColumns = "right_id")
        @Relationship(
                backPopulates = "lefts",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Node> rights = new Many<>(this);

        @Relationship(
                backPopulates = "rights",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Node> lefts = new Many<>(this);
    }
}
