package dev.dovetail.tests.orm.cascades;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Children that move between parents that are not loaded, and parents that are in no session. */
class MovedAndOutsideTest {

    @Entity(table = "moved_house")
    static final class House {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "house",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final One<Cat> cat = new One<>(this);

        @Relationship(backPopulates = "house")
        final Many<Dog> dogs = new Many<>(this);
    }

    @Entity(table = "moved_cat")
    static final class Cat {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = House.class)
        @Nullable
        Integer houseId;

        @Relationship(backPopulates = "cat")
        final One<House> house = new One<>(this);
    }

    @Entity(table = "moved_dog")
    static final class Dog {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = House.class)
        @Nullable
        Integer houseId;

        @Relationship(backPopulates = "dogs")
        final One<House> house = new One<>(this);

        @ForeignKey(references = Collar.class)
        @Nullable
        Integer collarId;

        @Relationship(
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                singleParent = true)
        final One<Collar> collar = new One<>(this);
    }

    @Entity(table = "moved_collar")
    static final class Collar {
        @Id
        @Nullable
        Integer id;
    }

    private final TestDatabase database = TestDatabase.of(House.class, Cat.class, Dog.class, Collar.class);
    private final Session session = database.open();

    @BeforeEach
    void store() {
        database.sql(
                "INSERT INTO moved_house (id) VALUES (1), (2), (3)",
                "INSERT INTO moved_collar (id) VALUES (1), (2)",
                "INSERT INTO moved_cat (id, house_id) VALUES (1, 3), (2, 2), (3, 3)",
                "INSERT INTO moved_dog (id, house_id, collar_id) VALUES (1, 1, 1)");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void aChildThatMovesIsNoOrphanOfAParentWhoseHolderIsNotLoaded() {
        Cat cat = session.get(Cat.class, 1);
        session.get(House.class, 3);
        House to = session.get(House.class, 2);
        to.cat.set(cat);
        database.statements().clear();
        session.commit();
        assertThat(database.statements().writes())
                .containsExactlyInAnyOrder(
                        "UPDATE moved_cat SET house_id=? WHERE moved_cat.id = ? [2, 1]",
                        "DELETE FROM moved_cat WHERE moved_cat.id = ? [2]");
    }

    @Test
    void aHolderThatLoadsDoesNotShowWhatHasMovedAway() {
        House from = session.get(House.class, 2);
        Cat cat = session.get(Cat.class, 2);
        session.noAutoflush(quiet -> {
            cat.house.set(null);
            assertThat(from.cat.get()).isNull();
        });
    }

    @Test
    void theKeyOfAParentThatIsInNoSessionIsNotWritten() {
        Dog dog = session.get(Dog.class, 1);
        House outside = new House();
        outside.id = 7;
        outside.dogs.add(dog);
        database.statements().clear();
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
        assertThat(dog.houseId).isEqualTo(1);
    }

    @Test
    void whatAReferenceOwnsIsDeletedThoughItWasNeverLoaded() {
        Dog dog = session.get(Dog.class, 1);
        dog.collar.set(null);
        database.statements().clear();
        session.commit();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE moved_dog SET collar_id=? WHERE moved_dog.id = ? [null, 1]",
                        "DELETE FROM moved_collar WHERE moved_collar.id = ? [1]");
    }
}
