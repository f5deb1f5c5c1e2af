package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** many-to-many one-sided; cascade def; ON DELETE -; passive_deletes False; written by {@code EntityFilesTest}. */
public final class M2mOne {
    private M2mOne() {}

    /** A row of {@code post}. */
    @Entity(table = "post")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Post {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "post_tag", columns = "post_id", targetColumns = "tag_id")
        @Relationship(
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Tag> tags = new Many<>(this);
    }

    /** A row of {@code tag}. */
    @Entity(table = "tag")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Tag {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;
    }
}
