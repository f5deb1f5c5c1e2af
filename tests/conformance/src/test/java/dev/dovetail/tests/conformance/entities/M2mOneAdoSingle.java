package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** many-to-many one-sided; cascade ado; ON DELETE -; passive_deletes False; written by {@code EntityFilesTest}. */
public final class M2mOneAdoSingle {
    private M2mOneAdoSingle() {}

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
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                singleParent = true,
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
