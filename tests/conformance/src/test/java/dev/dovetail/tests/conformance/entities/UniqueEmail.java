package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** unique users.email (not null), unique (user_id, title) on posts, delete-orphan; written by {@code EntityFilesTest}. */
public final class UniqueEmail {
    private UniqueEmail() {}

    /** A row of {@code users}. */
    @Entity(table = "users")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class User {

        @Id
        @Nullable
        Integer id;

        @Column(nullable = false, unique = true)
        @Nullable
        String email;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "author",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Post> posts = new Many<>(this);
    }

    /** A row of {@code posts}. */
    @Entity(table = "posts")
    @Unique(columns = {"user_id", "title"})
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Post {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String title;

        @Column(nullable = false)
        @ForeignKey(references = User.class)
        @Nullable
        Integer userId;

        @Relationship(
                backPopulates = "posts",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<User> author = new One<>(this);
    }
}
