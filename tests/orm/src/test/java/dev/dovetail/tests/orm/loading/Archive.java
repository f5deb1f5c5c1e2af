package dev.dovetail.tests.orm.loading;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Default;
import dev.dovetail.orm.mapping.DiscriminatorValue;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Inheritance;
import dev.dovetail.orm.mapping.InheritanceStrategy;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Papers whose texts are not read with them. */
final class Archive {

    private Archive() {}

    @Entity(table = "archive_shelf")
    static class Shelf {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "shelf")
        final Many<Paper> papers = new Many<>(this);
    }

    @Entity(table = "archive_paper")
    static class Paper {
        @Id
        @Nullable
        Integer id;

        @Column(length = 2000)
        final Deferred<String> body = new Deferred<>();

        @Column(nullable = false)
        String title = "";

        final Deferred<byte[]> cover = new Deferred<>();

        @Default(sql = "'none'")
        @Column(length = 20)
        final Deferred<String> note = new Deferred<>();

        @ForeignKey(references = Shelf.class)
        @Nullable
        Integer shelfId;

        @Relationship(backPopulates = "papers")
        final One<Shelf> shelf = new One<>(this);

        Paper() {}

        Paper(String title, @Nullable String body) {
            this.title = title;
            this.body.set(body);
        }
    }

    /** Has no relationship, so that the session keeps its state in a table. */
    @Entity(table = "archive_medium")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("medium")
    static class Medium {
        @Id
        @Nullable
        Integer id;

        @Column(length = 100)
        final Deferred<String> label = new Deferred<>();
    }

    @Entity(table = "archive_tape")
    @DiscriminatorValue("tape")
    static class Tape extends Medium {
        int length;

        @Column(length = 500)
        final Deferred<String> transcript = new Deferred<>();
    }

    static TestDatabase database() {
        return TestDatabase.of(Shelf.class, Paper.class, Medium.class, Tape.class);
    }
}
