package dev.dovetail.tests.orm.edges;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.DiscriminatorValue;
import dev.dovetail.orm.mapping.Embedded;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Inheritance;
import dev.dovetail.orm.mapping.PassiveUpdates;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Version;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** Classes in which newer features of the session meet older ones. */
final class Seams {

    private Seams() {}

    @Entity(table = "seam_item")
    static class Item {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Column(updatable = false)
        @Nullable
        String origin;

        @Nullable
        String name;

        final Deferred<String> body = new Deferred<>();

        int views;

        @Version
        int version;

        @Embedded
        @Nullable
        Extent extent;

        Item() {}

        Item(int id, String origin, String name) {
            this.id = id;
            this.origin = origin;
            this.name = name;
        }
    }

    record Extent(@Nullable Integer height, @Nullable Integer width) {}

    // keys that the session passes on, level by level

    @Entity(table = "seam_state")
    static class State {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        String code;

        @Relationship(backPopulates = "state", passiveUpdates = PassiveUpdates.NEVER, orderBy = "number")
        final Many<District> districts = new Many<>(this);

        State() {}

        State(String code) {
            this.code = code;
        }
    }

    @Entity(table = "seam_district")
    static class District {
        @Id
        @ForeignKey(references = State.class, deferred = true)
        @Nullable
        String stateCode;

        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer number;

        @Relationship(backPopulates = "districts")
        final One<State> state = new One<>(this);

        @Relationship(backPopulates = "district", passiveUpdates = PassiveUpdates.NEVER, orderBy = "id")
        final Many<House> houses = new Many<>(this);

        District() {}

        District(int number) {
            this.number = number;
        }
    }

    @Entity(table = "seam_house")
    @ForeignKey(
            references = District.class,
            columns = {"stateCode", "districtNumber"},
            deferred = true)
    static class House {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Nullable
        String stateCode;

        @Nullable
        Integer districtNumber;

        @Relationship(backPopulates = "houses")
        final One<District> district = new One<>(this);

        House() {}

        House(int id) {
            this.id = id;
        }
    }

    // a unique value of a single table, and of a joined base

    @Entity(table = "seam_shape")
    @Inheritance
    @DiscriminatorValue("shape")
    static class Shape {
        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        String label;
    }

    @Entity
    @DiscriminatorValue("disc")
    static class Disc extends Shape {
        int radius;

        Disc() {}

        Disc(String label) {
            this.label = label;
        }
    }

    @Entity
    @DiscriminatorValue("box")
    static class Box extends Shape {
        int side;

        Box() {}

        Box(String label) {
            this.label = label;
        }
    }

    // a key to a unique column, and a collection that its elements do not know

    @Entity(table = "seam_club")
    static class Club {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        String code;

        @Relationship(foreignKey = "clubId", orderBy = "id")
        final Many<Fan> fans = new Many<>(this);

        Club() {}

        Club(int id, String code) {
            this.id = id;
            this.code = code;
        }
    }

    @Entity(table = "seam_fan")
    @ForeignKey(
            references = Club.class,
            columns = "clubCode",
            referencedColumns = "code",
            onUpdate = ReferentialAction.CASCADE)
    static class Fan {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @ForeignKey(references = Club.class)
        @Nullable
        Integer clubId;

        @Nullable
        String clubCode;

        @Nullable
        String name;

        Fan() {}

        Fan(int id) {
            this.id = id;
        }
    }

    // a reference to a class in its base's table

    @Entity(table = "seam_frame")
    static class Frame {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @ForeignKey(references = Box.class)
        @Nullable
        Integer boxId;

        @Relationship
        final One<Box> box = new One<>(this);

        Frame() {}

        Frame(int id) {
            this.id = id;
        }
    }
}
