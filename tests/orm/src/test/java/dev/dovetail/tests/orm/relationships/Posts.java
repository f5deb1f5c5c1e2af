package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.mapping.Cascade.ALL;
import static dev.dovetail.orm.mapping.Cascade.DELETE_ORPHAN;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Secondary;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** Posts and tags, joined in the ways that a many-to-many relationship can be mapped. */
final class Posts {

    private Posts() {}

    /** Both sides know it; the foreign keys' own rule decides. */
    @Entity
    @SuppressWarnings("MAP15")
    static class Post {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary
        @Relationship(backPopulates = "posts")
        final Many<Tag> tags = new Many<>(this);

        Post() {}

        Post(String name) {
            this.name = name;
        }
    }

    @Entity
    @SuppressWarnings("MAP15")
    static class Tag {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "tags", orderBy = "name DESC")
        final Many<Post> posts = new Many<>(this);

        Tag() {}

        Tag(String name) {
            this.name = name;
        }
    }

    /** As SQLAlchemy's defaults: what is deleted is loaded and taken apart row by row. */
    @Entity(table = "post")
    @SuppressWarnings("MAP15")
    static class RowPost {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "post_tag")
        @Relationship(backPopulates = "posts", passiveDeletes = PassiveDeletes.NEVER)
        final Many<RowTag> tags = new Many<>(this);
    }

    @Entity(table = "tag")
    @SuppressWarnings("MAP15")
    static class RowTag {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "tags", passiveDeletes = PassiveDeletes.NEVER)
        final Many<RowPost> posts = new Many<>(this);
    }

    /** Only the post knows it. */
    @Entity(table = "post")
    @SuppressWarnings("MAP15")
    static class OnePost {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "post_tag")
        final Many<OneTag> tags = new Many<>(this);
    }

    @Entity(table = "tag")
    @SuppressWarnings("MAP15")
    static class OneTag {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;
    }

    /** Deleting a post deletes its tags. */
    @Entity(table = "post")
    @SuppressWarnings("MAP15")
    static class AllPost {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "post_tag")
        @Relationship(backPopulates = "posts", cascade = ALL)
        final Many<AllTag> tags = new Many<>(this);
    }

    @Entity(table = "tag")
    @SuppressWarnings("MAP15")
    static class AllTag {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "tags")
        final Many<AllPost> posts = new Many<>(this);
    }

    /** A tag belongs to one post and goes with it. */
    @Entity(table = "post")
    @SuppressWarnings("MAP15")
    static class OrphanPost {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "post_tag")
        @Relationship(
                cascade = {ALL, DELETE_ORPHAN},
                singleParent = true)
        final Many<OrphanTag> tags = new Many<>(this);
    }

    @Entity(table = "tag")
    @SuppressWarnings("MAP15")
    static class OrphanTag {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;
    }

    /** The database takes the rows away. */
    @Entity(table = "post")
    @SuppressWarnings("MAP15")
    static class CascadingPost {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "post_tag", onDelete = ReferentialAction.CASCADE)
        @Relationship(backPopulates = "posts")
        final Many<CascadingTag> tags = new Many<>(this);
    }

    @Entity(table = "tag")
    @SuppressWarnings("MAP15")
    static class CascadingTag {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "tags", passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<CascadingPost> posts = new Many<>(this);
    }

    /** Joined to others of its kind. */
    @Entity
    static class Station {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Secondary(table = "line", columns = "from_id", targetColumns = "to_id")
        @Relationship(backPopulates = "before")
        final Many<Station> next = new Many<>(this);

        @Relationship(backPopulates = "next")
        final Many<Station> before = new Many<>(this);

        Station() {}

        Station(String name) {
            this.name = name;
        }
    }

    /** Keys of several columns, one of which both share. */
    @Entity
    static class Room {
        @Id
        String house = "";

        @Id
        int number;

        @Secondary(
                table = "room_key",
                columns = {"house", "room"},
                targetColumns = {"house", "bunch", "fob"})
        @Relationship(backPopulates = "rooms")
        final Many<Key> keys = new Many<>(this);

        Room() {}

        Room(String house, int number) {
            this.house = house;
            this.number = number;
        }
    }

    @Entity(table = "fob")
    static class Key {
        @Id
        String house = "";

        @Id
        int bunch;

        @Id
        int number;

        @Relationship(backPopulates = "keys")
        final Many<Room> rooms = new Many<>(this);

        Key() {}

        Key(String house, int bunch, int number) {
            this.house = house;
            this.bunch = bunch;
            this.number = number;
        }
    }
}
