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
