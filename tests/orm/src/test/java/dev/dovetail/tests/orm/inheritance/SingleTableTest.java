package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.inheritance.Fauna_Animal_.ANIMAL;
import static dev.dovetail.tests.orm.inheritance.Fauna_Dog_.DOG;
import static dev.dovetail.tests.orm.inheritance.Fauna_Kennel_.KENNEL;
import static dev.dovetail.tests.orm.inheritance.Fauna_Mammal_.MAMMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.inheritance.Fauna.Animal;
import dev.dovetail.tests.orm.inheritance.Fauna.Cat;
import dev.dovetail.tests.orm.inheritance.Fauna.Dog;
import dev.dovetail.tests.orm.inheritance.Fauna.Fish;
import dev.dovetail.tests.orm.inheritance.Fauna.Kennel;
import dev.dovetail.tests.orm.inheritance.Fauna.Mammal;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hierarchy in one table. */
class SingleTableTest {

    private final TestDatabase database = TestDatabase.of(Animal.class, Mammal.class, Cat.class, Dog.class, Fish.class);
    private Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void reopen() {
        session.commit();
        session.close();
        session = database.open();
        database.statements().clear();
    }

    @Test
    void eachClassWritesItsOwnColumnsAndItsIdentity() {
        session.addAll(List.of(new Cat("Tom", true), new Fish("Wanda", "salt")));
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO fauna_animal (name, friend_id, kind, legs, tame) VALUES (?, ?, ?, ?, ?)"
                                + " [Tom, null, cat, 4, true]",
                        "INSERT INTO fauna_animal (name, friend_id, kind, water) VALUES (?, ?, ?, ?)"
                                + " [Wanda, null, fish, salt]");
    }

    @Test
    void aQueryForTheBaseGivesObjectsOfTheirClasses() {
        session.addAll(List.of(new Cat("Tom", true), new Dog("Rex", "pug"), new Fish("Wanda", "salt")));
        reopen();
        List<Animal> all = session.list(select(ANIMAL).orderBy(ANIMAL.id));
        assertThat(all).extracting(Object::getClass).containsExactly(Cat.class, Dog.class, Fish.class);
        assertThat(((Dog) all.get(1)).breed).isEqualTo("pug");
        assertThat(database.statements().reads())
                .containsExactly("SELECT fauna_animal.id, fauna_animal.name, fauna_animal.friend_id, fauna_animal.kind,"
                        + " fauna_animal.legs, fauna_animal.tame, fauna_animal.breed, fauna_animal.water FROM fauna_animal"
                        + " ORDER BY fauna_animal.id");
    }

    @Test
    void aQueryForASubclassNamesItsIdentities() {
        session.addAll(List.of(new Cat("Tom", true), new Dog("Rex", "pug"), new Fish("Wanda", "salt")));
        reopen();
        assertThat(session.list(select(DOG).where(DOG.name.eq("Rex")))).hasSize(1);
        assertThat(database.statements().reads())
                .containsExactly("SELECT fauna_animal.id, fauna_animal.name, fauna_animal.friend_id, fauna_animal.kind,"
                        + " fauna_animal.legs, fauna_animal.breed FROM fauna_animal"
                        + " WHERE fauna_animal.name = ? AND fauna_animal.kind IN (?) [Rex, dog]");
        assertThat(session.list(select(MAMMAL).orderBy(MAMMAL.name.desc())))
                .extracting(mammal -> mammal.name)
                .containsExactly("Tom", "Rex");
        assertThat(database.statements().reads())
                .containsExactly("SELECT fauna_animal.id, fauna_animal.name, fauna_animal.friend_id, fauna_animal.kind,"
                        + " fauna_animal.legs, fauna_animal.tame, fauna_animal.breed FROM fauna_animal"
                        + " WHERE fauna_animal.kind IN (?, ?) ORDER BY fauna_animal.name DESC [cat, dog]");
    }

    @Test
    void aKeyToASubclassIsOneInTheSameTable() {
        Cat tom = new Cat("Tom", true);
        Fish wanda = new Fish("Wanda", "salt");
        tom.friends.add(wanda);
        session.add(tom);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO fauna_animal (name, friend_id, kind, legs, tame) VALUES (?, ?, ?, ?, ?)"
                                + " [Tom, null, cat, 4, true]",
                        "INSERT INTO fauna_animal (name, friend_id, kind, water) VALUES (?, ?, ?, ?)"
                                + " [Wanda, 1, fish, salt]");
        reopen();
        Animal read = session.get(Animal.class, 2);
        assertThat(read).isInstanceOf(Fish.class);
        Mammal friend = read.friend.get();
        assertThat(friend).isInstanceOf(Cat.class);
        assertThat(friend.friends).containsExactly(read);
    }

    @Test
    void oneKeyIsOneObjectWhateverClassItIsAskedFor() {
        session.add(new Cat("Tom", true));
        reopen();
        Cat tom = session.get(Cat.class, 1);
        assertThat(database.statements().reads())
                .containsExactly("SELECT fauna_animal.id, fauna_animal.name, fauna_animal.friend_id, fauna_animal.kind,"
                        + " fauna_animal.legs, fauna_animal.tame FROM fauna_animal"
                        + " WHERE fauna_animal.kind IN (?) AND fauna_animal.id = ? [cat, 1]");
        assertThat(session.get(Animal.class, 1)).isSameAs(tom);
        assertThat(session.get(Mammal.class, 1)).isSameAs(tom);
        assertThat(session.get(Dog.class, 1)).isNull();
        assertThat(session.get(Fish.class, 1)).isNull();
        assertThat(database.statements().reads()).isEmpty();
        assertThat(session.get(Fish.class, 9)).isNull();
    }

    /** A key refers to the table of the whole hierarchy, and nothing but the discriminator tells a dog from a cat. */
    @Test
    void aJoinAlongARelationshipGivesObjectsOfItsClass() {
        try (TestDatabase kennels =
                        TestDatabase.of(Animal.class, Mammal.class, Cat.class, Dog.class, Fish.class, Kennel.class);
                Session own = kennels.open()) {
            Cat tom = new Cat("Tom", true);
            Dog rex = new Dog("Rex", "pug");
            own.addAll(List.of(tom, rex));
            own.flush();
            Kennel wrong = new Kennel();
            wrong.dogId = tom.id;
            Kennel right = new Kennel();
            right.dogId = rex.id;
            own.addAll(List.of(wrong, right));
            own.commit();
            kennels.statements().clear();
            assertThat(own.list(select(KENNEL).join(KENNEL.dog))).containsExactly(right);
            assertThat(kennels.statements().reads())
                    .containsExactly(
                            "SELECT fauna_kennel.id, fauna_kennel.dog_id FROM fauna_kennel JOIN fauna_animal ON"
                                    + " fauna_kennel.dog_id = fauna_animal.id AND (fauna_animal.kind IN (?)) [dog]");
            assertThat(own.list(select(KENNEL).leftJoin(KENNEL.dog).where(DOG.name.isNull())))
                    .containsExactly(wrong);
            assertThat(own.count(select(KENNEL).join(KENNEL.dog))).isEqualTo(1);
        }
    }
}
