package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.schema.ReferentialAction.SET_NULL;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** A joined and a single-table hierarchy whose classes refer to each other. */
final class Stock {

    private Stock() {}

    @Entity(table = "stock_bin")
    static class Bin {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "bin", orderBy = "id")
        final Many<Part> parts = new Many<>(this);
    }

    @Entity(table = "stock_part")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("part")
    static class Part {
        @Id
        @Nullable
        Integer id;

        int name;

        @Version
        int version;

        @ForeignKey(references = Bin.class, onDelete = SET_NULL)
        @Nullable
        Integer binId;

        @Relationship(backPopulates = "parts")
        final One<Bin> bin = new One<>(this);
    }

    @Entity(table = "stock_nut")
    @DiscriminatorValue("nut")
    static class Nut extends Part {
        int size;

        @Relationship(backPopulates = "nut", orderBy = "id")
        final Many<Bolt> bolts = new Many<>(this);
    }

    @Entity(table = "stock_lock_nut")
    @DiscriminatorValue("lock")
    static class LockNut extends Nut {
        int grip;
    }

    @Entity(table = "stock_bolt")
    @DiscriminatorValue("bolt")
    static class Bolt extends Part {
        int length;

        @ForeignKey(references = Nut.class, onDelete = SET_NULL)
        @Nullable
        Integer nutId;

        @Relationship(backPopulates = "bolts")
        final One<Nut> nut = new One<>(this);
    }

    @Entity(table = "stock_sign")
    @Inheritance
    @DiscriminatorValue("sign")
    static class Sign {
        @Id
        @Nullable
        Integer id;

        int name;

        @ForeignKey(references = Part.class, onDelete = SET_NULL)
        @Nullable
        Integer partId;

        @Relationship
        final One<Part> part = new One<>(this);
    }

    @Entity
    @DiscriminatorValue("plate")
    static class Plate extends Sign {
        @Nullable
        Integer width;
    }

    @Entity
    @DiscriminatorValue("arrow")
    static class Arrow extends Sign {
        @Nullable
        Integer heading;

        @ForeignKey(references = Sign.class, onDelete = SET_NULL)
        @Nullable
        Integer nextId;

        @Relationship
        final One<Sign> next = new One<>(this);
    }
}
