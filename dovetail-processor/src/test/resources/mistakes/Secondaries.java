package app;

import static dev.dovetail.orm.mapping.Cascade.*;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;

@Entity
class Post {
    @Id Integer id;

    @Secondary
    final Many<Tag> fine = new Many<>(this);
    //! [MAP43] Post.fine: it writes post_tag(post_id; tag_id), and so does Tag.everything from the other side, and neither sees what the other one does; make it viewOnly

    @Secondary(table = "post_tag_2")
    //! [MAP12] Post.tags: its secondary table is post_tag_2(post_id; tag_id), but that of its other side Tag.posts is tag_post(post_id; tag_id); keep @Secondary on one side only
    @Relationship(backPopulates = "posts")
    final Many<Tag> tags = new Many<>(this);

    @Secondary(table = "favourite")
    //! [MAP50] Post.favourite: a One holds one object, and a secondary table is for many on both sides; make it a Many, or drop @Secondary and put @ForeignKey on the One
    final One<Tag> favourite = new One<>(this);

    @Secondary(table = "first_tag")
    //! [MAP50] Post.first: its other side Tag.first is a One, and a secondary table is for many on both sides; make that a Many, or drop @Secondary and put @ForeignKey on the One
    @Relationship(backPopulates = "first")
    final Many<Tag> first = new Many<>(this);

    @Secondary(table = "related")
    //! [MAP51] Post.related: both keys of the secondary table "related" would have the columns post_id; name other ones: @Secondary(columns = …, targetColumns = …)
    final Many<Post> related = new Many<>(this);

    @Secondary(columns = {"post", "post_2"})
    //! [MAP04] Post.counted: @Secondary has 2 columns (post, post_2) for Post, whose primary key has 1 column (id); name one for each, in the key's order
    final Many<Tag> counted = new Many<>(this);

    @Secondary(onDelete = ReferentialAction.SET_NULL)
    //! [FK02] Post.nulled: SET NULL cannot be done to the columns of "post_tag", which are its primary key; choose CASCADE, or leave the rows to the session
    final Many<Tag> nulled = new Many<>(this);

    @Secondary(table = "use", columns = "post")
    //! [MAP03] Post.mapped: "post" is no column of Use, which maps the table "use"; its columns are post_id, tag_id
    //! [FK12] Post.mapped: Use.tagId is Long (BIGINT), but the key of Tag is Integer (INTEGER); give both one type
    final Many<Tag> mapped = new Many<>(this);

    @Secondary
    @Relationship(cascade = {ALL, DELETE_ORPHAN})
    //! [FK07] Post.owned: DELETE_ORPHAN would delete a Tag that other Post objects may still hold; drop DELETE_ORPHAN, or add singleParent = true
    //! [MAP43] Post.owned: it writes post_tag(post_id; tag_id), and so does Tag.everything from the other side, and neither sees what the other one does; make it viewOnly
    final Many<Tag> owned = new Many<>(this);

    @Secondary
    @Relationship(backPopulates = "everything", cascade = ALL)
    //! [FK06] Post.everything: it has the DELETE cascade, and so has its other side Tag.everything: deleting one Post deletes everything that is joined to it over any number of steps; drop DELETE, the rows of "post_tag" go without it
    final Many<Tag> everything = new Many<>(this);

    @Secondary
    @Relationship(foreignKey = "post_id")
    //! [MAP11] Post.chosen: neither side has the foreign key of a relationship through a secondary table; drop foreignKey, and name the columns in @Secondary
    //! [MAP43] Post.chosen: it writes post_tag(post_id; tag_id), and so does Tag.everything from the other side, and neither sees what the other one does; make it viewOnly
    final Many<Tag> chosen = new Many<>(this);
}

@Entity
class Tag {
    @Id Integer id;

    @Secondary
    //! [MAP12] Tag.posts: its secondary table is tag_post(tag_id; post_id), but that of its other side Post.tags is post_tag_2(tag_id; post_id); keep @Secondary on one side only
    @Relationship(backPopulates = "tags")
    final Many<Post> posts = new Many<>(this);

    @Relationship(backPopulates = "first")
    final One<Post> first = new One<>(this);

    @Relationship(backPopulates = "everything", cascade = ALL)
    //! [FK06] Tag.everything: it has the DELETE cascade, and so has its other side Post.everything: deleting one Tag deletes everything that is joined to it over any number of steps; drop DELETE, the rows of "post_tag" go without it
    final Many<Post> everything = new Many<>(this);
}

@Entity
class Use {
    @Id
    @ForeignKey(references = Post.class)
    Integer postId;

    @Id Long tagId;
}
