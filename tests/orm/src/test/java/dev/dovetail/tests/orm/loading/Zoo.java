package dev.dovetail.tests.orm.loading;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Keepers have cages, cages have animals, animals have toys; all are loaded when they are touched. */
final class Zoo {

    private Zoo() {}

    static final Class<?>[] ENTITIES = {Keeper.class, Cage.class, Animal.class, Toy.class};

    /** Two keepers; Kim has two cages, Lee one, a fourth belongs to nobody and is empty. */
    static TestDatabase database() {
        return filled(TestDatabase.of(ENTITIES));
    }

    static TestDatabase filled(TestDatabase database) {
        database.sql(
                "INSERT INTO zoo_keeper (id, name) VALUES (1, 'Kim'), (2, 'Lee')",
                "INSERT INTO zoo_cage (id, name, keeper_id) VALUES (1, 'north', 1), (2, 'south', 1), (3, 'east', 2),"
                        + " (4, 'west', NULL)",
                "INSERT INTO zoo_animal (id, name, cage_id) VALUES (1, 'ant', 1), (2, 'bee', 1), (3, 'cat', 2),"
                        + " (4, 'dog', 3), (5, 'eel', 3), (6, 'fox', 3)",
                "INSERT INTO zoo_toy (id, name, animal_id) VALUES (1, 'ball', 3), (2, 'wool', 3), (3, 'bone', 4)");
        return database;
    }

    @Entity(table = "zoo_keeper")
    static final class Keeper {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "keeper")
        final Many<Cage> cages = new Many<>(this);
    }

    @Entity(table = "zoo_cage")
    static final class Cage {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @ForeignKey(references = Keeper.class)
        Integer keeperId;

        @Relationship(backPopulates = "cages")
        final One<Keeper> keeper = new One<>(this);

        @Relationship(backPopulates = "cage", orderBy = "name DESC")
        final Many<Animal> animals = new Many<>(this);
    }

    @Entity(table = "zoo_animal")
    static final class Animal {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @ForeignKey(references = Cage.class)
        Integer cageId;

        @Relationship(backPopulates = "animals")
        final One<Cage> cage = new One<>(this);

        @Relationship(backPopulates = "animal")
        final Many<Toy> toys = new Many<>(this);
    }

    @Entity(table = "zoo_toy")
    static final class Toy {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @ForeignKey(references = Animal.class)
        Integer animalId;

        @Relationship(backPopulates = "toys")
        final One<Animal> animal = new One<>(this);
    }
}
