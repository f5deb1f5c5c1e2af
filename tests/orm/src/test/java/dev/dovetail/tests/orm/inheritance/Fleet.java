package dev.dovetail.tests.orm.inheritance;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** A versioned joined hierarchy of three levels; and a versioned one in a single table, whose classes differ in their columns. */
final class Fleet {

    private Fleet() {}

    @Entity(table = "fleet_vehicle")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("vehicle")
    static class Vehicle {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Version
        int version;

        @ForeignKey(references = Depot.class)
        @Nullable
        Integer depotId;

        @Relationship(backPopulates = "vehicles")
        final One<Depot> depot = new One<>(this);
    }

    @Entity(table = "fleet_car")
    @DiscriminatorValue("car")
    static class Car extends Vehicle {
        int doors;

        Car() {}

        Car(String name, int doors) {
            this.name = name;
            this.doors = doors;
        }
    }

    @Entity(table = "fleet_taxi")
    @DiscriminatorValue("taxi")
    static class Taxi extends Car {
        @Nullable
        String licence;

        Taxi() {}

        Taxi(String name, int doors, String licence) {
            super(name, doors);
            this.licence = licence;
        }
    }

    @Entity(table = "fleet_boat")
    @DiscriminatorValue("boat")
    static class Boat extends Vehicle {
        @Nullable
        String sail;

        Boat() {}

        Boat(String name, String sail) {
            this.name = name;
            this.sail = sail;
        }
    }

    @Entity(table = "fleet_depot")
    static class Depot {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String town;

        @Relationship(backPopulates = "depot", orderBy = "id")
        final Many<Vehicle> vehicles = new Many<>(this);
    }

    @Entity(table = "fleet_ticket")
    @Inheritance
    @DiscriminatorValue("ticket")
    static class Ticket {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String code;

        @Version
        int version;
    }

    @Entity
    @DiscriminatorValue("single")
    static class Single extends Ticket {
        @Nullable
        String origin;

        Single() {}

        Single(String code, String origin) {
            this.code = code;
            this.origin = origin;
        }
    }

    @Entity
    @DiscriminatorValue("season")
    static class Season extends Ticket {
        @Nullable
        Integer months;

        @Nullable
        String holder;

        Season() {}

        Season(String code, int months, String holder) {
            this.code = code;
            this.months = months;
            this.holder = holder;
        }
    }
}
