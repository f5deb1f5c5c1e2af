package dev.dovetail.tests.orm.session;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Rows of several tenants, and rows that are marked as deleted. */
final class Office {

    private Office() {}

    interface Owned {}

    @Entity(table = "folder")
    static final class Folder implements Owned {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String tenant;

        @Nullable
        String name;

        @Relationship(backPopulates = "folder")
        final Many<Paper> papers = new Many<>(this);
    }

    @Entity(table = "paper")
    static final class Paper implements Owned {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String tenant;

        @Nullable
        String text;

        boolean deleted;

        @ForeignKey(references = Folder.class)
        @Nullable
        Integer folderId;

        @Relationship(backPopulates = "papers")
        final One<Folder> folder = new One<>(this);
    }
}
