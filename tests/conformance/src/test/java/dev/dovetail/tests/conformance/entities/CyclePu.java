package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Person.balls / Ball.person plus Person.favorite_ball with post_update; written by {@code EntityFilesTest}. */
public final class CyclePu {
    private CyclePu() {}

    /** A row of {@code person}. */
    @Entity(table = "person")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Person {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Ball.class)
        @Nullable
        Integer favoriteBallId;

        @Relationship(
                backPopulates = "person",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "person_id",
                orderBy = "id")
        final Many<Ball> balls = new Many<>(this);

        @Relationship(
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                postUpdate = true,
                foreignKey = "favorite_ball_id")
        final One<Ball> favoriteBall = new One<>(this);
    }

    /** A row of {@code ball}. */
    @Entity(table = "ball")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Ball {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Person.class)
        @Nullable
        Integer personId;

        @Relationship(
                backPopulates = "balls",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "person_id")
        final One<Person> person = new One<>(this);
    }
}
