package dev.dovetail.tests.orm.inheritance;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Relationships to classes that share the table of their base, by a key that the base has. */
final class Frames {

    private Frames() {}

    @Entity(table = "frames_frame")
    static class Frame {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "frame")
        final Many<Box> boxes = new Many<>(this);

        @Secondary(table = "frames_loan")
        @Relationship
        final Many<Box> borrowed = new Many<>(this);
    }

    @Entity(table = "frames_shape")
    @Inheritance(discriminator = "kind")
    abstract static class Shape {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Frame.class)
        @Nullable
        Integer frameId;
    }

    @Entity
    @DiscriminatorValue("box")
    static class Box extends Shape {
        @Relationship(backPopulates = "boxes", foreignKey = "frameId")
        final One<Frame> frame = new One<>(this);
    }

    @Entity
    @DiscriminatorValue("crate")
    static class Crate extends Box {}

    @Entity
    @DiscriminatorValue("disc")
    static class Disc extends Shape {}
}
