package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Rows that count their changes. */
final class Wiki {

    private Wiki() {}

    @Entity(table = "wiki_page")
    static class Page {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String title;

        @Version
        int version;

        @SuppressWarnings("FK01")
        @Relationship(backPopulates = "page", passiveDeletes = PassiveDeletes.NEVER, orderBy = "id")
        final Many<Remark> remarks = new Many<>(this);

        Page() {}

        Page(String title) {
            this.title = title;
        }
    }

    @Entity(table = "wiki_remark")
    static class Remark {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String text;

        @ForeignKey(references = Page.class)
        @Nullable
        Integer pageId;

        @Version
        @Nullable
        Long version;

        @Relationship(backPopulates = "remarks")
        final One<Page> page = new One<>(this);

        Remark() {}

        Remark(String text) {
            this.text = text;
        }
    }

    /** A number that nobody else may have, and may be without. */
    @Entity(table = "wiki_badge")
    static class Badge {
        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        Integer number;

        @Nullable
        String owner;

        Badge() {}

        Badge(int number, String owner) {
            this.number = number;
            this.owner = owner;
        }
    }
}
