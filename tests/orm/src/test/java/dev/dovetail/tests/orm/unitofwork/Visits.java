package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Pages that are counted, in sites. */
public final class Visits {

    private Visits() {}

    @Entity(table = "visit_site")
    public static class Site {
        @Id
        @Nullable
        public Integer id;

        @Column(unique = true)
        @Nullable
        String name;

        @Relationship(backPopulates = "site")
        public final Many<Page> pages = new Many<>(this);

        Site() {}

        public Site(String name) {
            this.name = name;
        }
    }

    @Entity(table = "visit_page")
    public static class Page {
        @Id
        @Nullable
        public Integer id;

        @Nullable
        String title;

        int views;

        @Column(unique = true)
        @Nullable
        public Integer place;

        @Default(sql = "'new'")
        @Nullable
        String status;

        @Computed("views * 2")
        @Nullable
        Integer twice;

        @Updated
        @Nullable
        public LocalDateTime changed;

        @Version
        public int version;

        final Deferred<String> body = new Deferred<>();

        @ForeignKey(references = Site.class)
        @Nullable
        public Integer siteId;

        /** Has no holder. */
        @ForeignKey(references = Site.class)
        @Nullable
        Integer originId;

        @Relationship(backPopulates = "pages", foreignKey = "siteId")
        public final One<Site> site = new One<>(this);

        Page() {}

        public Page(String title) {
            this.title = title;
        }
    }

    /** Has no holders. */
    @Entity(table = "visit_note")
    public static class Note {
        @Id
        @Nullable
        public Integer id;

        int count;

        @Nullable
        String text;
    }

    @Entity(table = "visit_thing")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("thing")
    public static class Thing {
        @Id
        @Nullable
        public Integer id;

        int touched;
    }

    @Entity(table = "visit_door")
    @DiscriminatorValue("door")
    public static class Door extends Thing {
        int opened;

        @Embedded
        @Nullable
        Size size;
    }

    public record Size(int height, int width) {}
}
