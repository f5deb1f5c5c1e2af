package dev.dovetail.tests.orm.cascades;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Collections whose elements do not know of them. */
final class OneSided {

    private OneSided() {}

    @Entity(table = "box")
    static final class Box {
        @Id
        @Nullable
        Integer id;

        @Relationship(foreignKey = "boxId")
        final Many<Thing> things = new Many<>(this);

        @Relationship(
                foreignKey = "ownerId",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Thing> owned = new Many<>(this);
    }

    @Entity(table = "thing")
    static final class Thing {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @ForeignKey(references = Box.class)
        Integer boxId;

        @Nullable
        @ForeignKey(references = Box.class)
        Integer ownerId;
    }
}
