package dev.dovetail.tests.orm.loading;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Wings have a key of two columns; rooms refer to it, and to a door by a unique column that is no primary key. */
final class Campus {

    private Campus() {}

    static TestDatabase database() {
        TestDatabase database = TestDatabase.of(Wing.class, Door.class, Room.class);
        database.sql(
                "INSERT INTO campus_wing (building, number) VALUES ('A', 1), ('A', 2), ('B', 1)",
                "INSERT INTO campus_door (id, code) VALUES (1, 'x'), (2, 'y')",
                "INSERT INTO campus_room (id, building, wing, door) VALUES (1, 'A', 1, 'x'), (2, 'A', 1, 'y'),"
                        + " (3, 'B', 1, NULL), (4, NULL, NULL, 'y')");
        return database;
    }

    @Entity(table = "campus_wing")
    static final class Wing {
        @Id
        @Column(length = 10)
        @Nullable
        String building;

        @Id
        @Nullable
        Integer number;

        @Relationship(backPopulates = "wing")
        final Many<Room> rooms = new Many<>(this);
    }

    @Entity(table = "campus_door")
    static final class Door {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(length = 10, unique = true)
        String code;

        @Relationship(backPopulates = "door")
        final Many<Room> rooms = new Many<>(this);
    }

    @Entity(table = "campus_room")
    @ForeignKey(
            references = Wing.class,
            columns = {"building", "wing"})
    static final class Room {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(length = 10)
        String building;

        @Nullable
        @Column(name = "wing")
        Integer wingNumber;

        @Nullable
        @Column(name = "door", length = 10)
        @ForeignKey(references = Door.class, referencedColumns = "code")
        String doorCode;

        @Relationship(backPopulates = "rooms")
        final One<Wing> wing = new One<>(this);

        @Relationship(backPopulates = "rooms")
        final One<Door> door = new One<>(this);
    }
}
