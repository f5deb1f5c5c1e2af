package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Pages that are counted, in sites. */
final class Visits {

    private Visits() {}

    @Entity(table = "visit_site")
    static class Site {
        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        String name;

        @Relationship(backPopulates = "site")
        final Many<Page> pages = new Many<>(this);

        Site() {}

        Site(String name) {
            this.name = name;
        }
    }

    @Entity(table = "visit_page")
    static class Page {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String title;

        int views;

        @Column(unique = true)
        @Nullable
        Integer place;

        @Default(sql = "'new'")
        @Nullable
        String status;

        @Computed("views * 2")
        @Nullable
        Integer twice;

        @Updated
        @Nullable
        LocalDateTime changed;

        @Version
        int version;

        final Deferred<String> body = new Deferred<>();

        @ForeignKey(references = Site.class)
        @Nullable
        Integer siteId;

        /** Has no holder. */
        @ForeignKey(references = Site.class)
        @Nullable
        Integer originId;

        @Relationship(backPopulates = "pages", foreignKey = "siteId")
        final One<Site> site = new One<>(this);

        Page() {}

        Page(String title) {
            this.title = title;
        }
    }

    /** Has no holders. */
    @Entity(table = "visit_note")
    static class Note {
        @Id
        @Nullable
        Integer id;

        int count;

        @Nullable
        String text;
    }

    @Entity(table = "visit_thing")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("thing")
    static class Thing {
        @Id
        @Nullable
        Integer id;

        int touched;
    }

    @Entity(table = "visit_door")
    @DiscriminatorValue("door")
    static class Door extends Thing {
        int opened;

        @Embedded
        @Nullable
        Size size;
    }

    record Size(int height, int width) {}
}
