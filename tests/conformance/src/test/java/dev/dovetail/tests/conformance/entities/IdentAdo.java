package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** identifying relationship with all, delete-orphan; written by {@code EntityFilesTest}. */
public final class IdentAdo {
    private IdentAdo() {}

    /** A row of {@code ord}. */
    @Entity(table = "ord")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Ord {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "ord",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "no")
        final Many<Line> lines = new Many<>(this);
    }

    /** A row of {@code line}. */
    @Entity(table = "line")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Line {

        @Id
        @ForeignKey(references = Ord.class)
        @Nullable
        Integer ordId;

        @Id
        @Nullable
        Integer no;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "lines",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Ord> ord = new One<>(this);
    }
}
