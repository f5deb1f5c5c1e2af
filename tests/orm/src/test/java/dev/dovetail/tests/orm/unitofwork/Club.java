package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Tables that refer to each other, and to themselves; one key of each circle is written by an UPDATE of its own. */
final class Club {

    private Club() {}

    @Entity(table = "club_person")
    static class Person {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Ball.class)
        @Nullable
        Integer favoriteBallId;

        @SuppressWarnings("FK01")
        @Relationship(
                backPopulates = "person",
                foreignKey = "personId",
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Ball> balls = new Many<>(this);

        @Relationship(foreignKey = "favoriteBallId", postUpdate = true)
        final One<Ball> favoriteBall = new One<>(this);

        Person() {}

        Person(String name) {
            this.name = name;
        }
    }

    @Entity(table = "club_ball")
    static class Ball {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Person.class)
        @Nullable
        Integer personId;

        @Relationship(backPopulates = "balls", foreignKey = "personId")
        final One<Person> person = new One<>(this);

        Ball() {}

        Ball(String name) {
            this.name = name;
        }
    }

    /** A list in which everybody knows the next, and the last the first. */
    @Entity(table = "club_seat")
    static class Seat {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Seat.class)
        @Nullable
        Integer nextId;

        @Relationship(postUpdate = true)
        final One<Seat> next = new One<>(this);

        Seat() {}

        Seat(String name) {
            this.name = name;
        }
    }
}
