package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.Deferral;
import org.jspecify.annotations.Nullable;

/** Rows with a unique value that is never NULL. */
final class Theatre {

    private Theatre() {}

    @Entity(table = "theatre_seat")
    @Unique(columns = "number", deferral = Deferral.INITIALLY_IMMEDIATE)
    static class Seat {
        @Id
        @Nullable
        Integer id;

        int number;

        Seat() {}

        Seat(int number) {
            this.number = number;
        }
    }

    @Entity(table = "theatre_box")
    @Unique(
            columns = {"tier", "number"},
            deferral = Deferral.INITIALLY_DEFERRED)
    static class Box {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        String tier = "first";

        int number;

        Box() {}

        Box(int number) {
            this.number = number;
        }
    }

    @Entity(table = "theatre_locker")
    @Unique(columns = "number")
    static class Locker {
        @Id
        @Nullable
        Integer id;

        int number;

        Locker() {}

        Locker(int number) {
            this.number = number;
        }
    }
}
