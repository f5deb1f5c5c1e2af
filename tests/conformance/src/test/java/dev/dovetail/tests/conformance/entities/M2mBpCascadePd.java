package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** many-to-many both sides; cascade def; ON DELETE CASCADE; passive_deletes True; written by {@code EntityFilesTest}. */
public final class M2mBpCascadePd {
    private M2mBpCascadePd() {}

    /** A row of {@code post}. */
    @Entity(table = "post")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Post {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(
                table = "post_tag",
                columns = "post_id",
                targetColumns = "tag_id",
                onDelete = ReferentialAction.CASCADE)
        @Relationship(
                backPopulates = "posts",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.UNLOADED,
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

        @Relationship(
                backPopulates = "tags",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.UNLOADED,
                orderBy = "id")
        final Many<Post> posts = new Many<>(this);
    }
}
