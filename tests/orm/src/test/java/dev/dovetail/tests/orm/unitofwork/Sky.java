package dev.dovetail.tests.orm.unitofwork;

import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Rows that refer to each other in any way, exchange unique values, count their versions and change their keys. */
final class Sky {

    private Sky() {}

    @Entity(table = "sky_star")
    static class Star {
        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        Integer number;

        @Version
        int version;

        @ForeignKey(references = Star.class)
        @Nullable
        Integer nextId;

        @Relationship(backPopulates = "followers")
        final One<Star> next = new One<>(this);

        @SuppressWarnings("FK01")
        @Relationship(backPopulates = "next", passiveDeletes = PassiveDeletes.NEVER)
        final Many<Star> followers = new Many<>(this);

        Star() {}

        Star(int number) {
            this.number = number;
        }
    }

    @Entity(table = "sky_zone")
    static class Zone {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        String code;

        @SuppressWarnings("FK01")
        @Relationship(backPopulates = "zone", passiveDeletes = PassiveDeletes.NEVER)
        final Many<Place> places = new Many<>(this);

        Zone() {}

        Zone(String code) {
            this.code = code;
        }
    }

    @Entity(table = "sky_place")
    static class Place {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Zone.class, onUpdate = CASCADE)
        @Nullable
        String zoneCode;

        @Relationship(backPopulates = "places")
        final One<Zone> zone = new One<>(this);

        Place() {}

        Place(String name) {
            this.name = name;
        }
    }

    /** Has the key that it is given. */
    @Entity(table = "sky_dot")
    static class Dot {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @ForeignKey(references = Dot.class)
        @Nullable
        Integer nextId;

        @Relationship
        final One<Dot> next = new One<>(this);

        Dot() {}

        Dot(int id) {
            this.id = id;
        }
    }
}
