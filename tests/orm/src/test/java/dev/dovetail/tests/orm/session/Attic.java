package dev.dovetail.tests.orm.session;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** Classes whose deletes somebody has to hear of. */
final class Attic {

    private Attic() {}

    @Entity(table = "attic_box")
    static final class Box {
        @Id
        @Nullable
        Integer id;

        @Relationship(cascade = Cascade.ALL, passiveDeletes = PassiveDeletes.NEVER)
        final Many<Photo> photos = new Many<>(this);

        @Relationship(cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Letter> letters = new Many<>(this);
    }

    /** Has a file. */
    @Entity(table = "attic_photo")
    @HearsDeletes
    static final class Photo {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Box.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer boxId;
    }

    /** Is never thrown away. */
    @Entity(table = "attic_letter")
    @HearsDeletes(soft = true)
    static final class Letter {
        @Id
        @Nullable
        Integer id;

        boolean hidden;

        @ForeignKey(references = Box.class)
        @Nullable
        Integer boxId;
    }

    @Entity(table = "attic_trunk")
    static final class Trunk {
        @Id
        @Nullable
        Integer id;

        @Relationship(cascade = Cascade.ALL)
        final Many<Tray> trays = new Many<>(this);
    }

    /** Nobody needs to hear of it, but of what lies on it. */
    @Entity(table = "attic_tray")
    static final class Tray {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Trunk.class)
        @Nullable
        Integer trunkId;

        @Relationship(cascade = Cascade.ALL)
        final Many<Relic> relics = new Many<>(this);
    }

    @Entity(table = "attic_relic")
    @HearsDeletes
    static final class Relic {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Tray.class)
        @Nullable
        Integer trayId;
    }

    /** Nobody has said that somebody listens. */
    @Entity(table = "attic_sticker")
    static final class Sticker {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Box.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer boxId;
    }
}
