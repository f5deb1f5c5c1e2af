package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** version_id counter on both entities, Doc.notes cascade all; written by {@code EntityFilesTest}. */
public final class Version {
    private Version() {}

    /** A row of {@code doc}. */
    @Entity(table = "doc")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Doc {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @dev.dovetail.orm.mapping.Version
        @Column(nullable = false)
        @Nullable
        Integer ver;

        @Relationship(
                backPopulates = "doc",
                cascade = {Cascade.ALL},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Note> notes = new Many<>(this);
    }

    /** A row of {@code note}. */
    @Entity(table = "note")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Note {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Doc.class)
        @Nullable
        Integer docId;

        @dev.dovetail.orm.mapping.Version
        @Column(nullable = false)
        @Nullable
        Integer ver;

        @Relationship(
                backPopulates = "notes",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Doc> doc = new One<>(this);
    }
}
