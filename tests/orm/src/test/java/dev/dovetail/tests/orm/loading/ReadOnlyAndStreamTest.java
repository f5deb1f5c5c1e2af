package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Queries.containsEager;
import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.loading.Zoo_Animal_.ANIMAL;
import static dev.dovetail.tests.orm.loading.Zoo_Cage_.CAGE;
import static dev.dovetail.tests.orm.loading.Zoo_Toy_.TOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.engine.ExecutionOptions;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.attribute.DetachedHolderException;
import dev.dovetail.tests.orm.loading.Zoo.Animal;
import dev.dovetail.tests.orm.loading.Zoo.Cage;
import dev.dovetail.tests.orm.loading.Zoo.Toy;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects that the session does not keep. */
class ReadOnlyAndStreamTest {

    private final TestDatabase database = Zoo.database();
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void readOnlyObjectsAreDetachedAndOneForEachRow() {
        List<Animal> animals = session.list(select(ANIMAL)
                .orderBy(ANIMAL.id)
                .options(joinedLoad(ANIMAL.cage))
                .readOnly());
        assertThat(session.contains(animals.get(0))).isFalse();
        assertThat(animals.get(0).cage.get()).isSameAs(animals.get(1).cage.get());
        animals.get(0).name = "changed";
        session.commit();
        assertThat(database.rows("SELECT name FROM zoo_animal WHERE id = 1")).containsExactly("ant");
    }

    @Test
    void managedObjectsAreNeitherReturnedNorTouched() {
        Cage managed = Objects.requireNonNull(session.get(Cage.class, 1));
        session.commit();
        Cage copy = session.one(select(CAGE).where(CAGE.id.eq(1)).readOnly());
        assertThat(copy).isNotSameAs(managed);
        assertThat(session.inspect(managed).stale()).isTrue();
    }

    @Test
    void whatNoOptionHasLoadedIsRefused() {
        Cage cage = session.one(select(CAGE)
                .where(CAGE.id.eq(1))
                .options(selectInLoad(CAGE.animals))
                .readOnly());
        assertThat(cage.animals).hasSize(2);
        assertThat(cage.animals.get(0).cage.isLoaded()).isFalse();
        assertThatThrownBy(() -> cage.animals.get(0).toys.size())
                .isInstanceOf(DetachedHolderException.class)
                .hasMessageContaining("Animal.toys of Animal 2 was never loaded");
    }

    @Test
    void aReadOnlyObjectIsMergedNotAdded() {
        Cage cage = session.one(select(CAGE).where(CAGE.id.eq(1)).readOnly());
        cage.name = "arctic";
        assertThatThrownBy(() -> session.add(cage)).hasMessageContaining("merge it");
        assertThatThrownBy(() -> session.delete(cage)).hasMessageContaining("merge it");
        session.merge(cage);
        session.commit();
        assertThat(database.rows("SELECT name FROM zoo_cage WHERE id = 1")).containsExactly("arctic");
    }

    private void manyToys() {
        database.sql(IntStream.range(10, 1210)
                .mapToObj(id -> "INSERT INTO zoo_toy (id, name, animal_id) VALUES (" + id + ", 'more', "
                        + (id % 2 == 0 ? "1" : "5") + ")")
                .toArray(String[]::new));
    }

    @Test
    void aStreamKeepsNothingAndLoadsForManyTogether() {
        manyToys();
        try (Stream<Toy> toys = session.stream(select(TOY).orderBy(TOY.id).options(selectInLoad(TOY.animal)))) {
            assertThat(toys.filter(toy -> toy.animal.get() != null).count()).isEqualTo(1203);
        }
        assertThat(database.statements().sent()).isEqualTo(4);
        assertThat(session.persistent()).isEmpty();
    }

    @Test
    void aManagedStreamIsKept() {
        try (Stream<Cage> cages = session.stream(select(CAGE).orderBy(CAGE.id).managed())) {
            cages.forEach(cage -> cage.name = cage.name + "!");
        }
        session.commit();
        assertThat(database.rows("SELECT name FROM zoo_cage ORDER BY id"))
                .containsExactly("north!", "south!", "east!", "west!");
    }

    @Test
    void whatIsManagedLoadsMoreWhileTheStreamGoesOn() {
        manyToys();
        session.withOptions(ExecutionOptions.options().fetchSize(3), within -> {
            try (Stream<Toy> toys =
                    within.stream(select(TOY).orderBy(TOY.id).managed().options(selectInLoad(TOY.animal)))) {
                assertThat(toys.filter(toy -> toy.animal.get().cage.get() != null)
                                .count())
                        .isEqualTo(1203);
            }
        });
        assertThat(session.persistent()).hasSizeGreaterThan(1203);
    }

    @Test
    void aStreamCanBeLeftEarly() {
        manyToys();
        try (Stream<Toy> toys = session.stream(select(TOY).orderBy(TOY.id))) {
            Iterator<Toy> iterator = toys.iterator();
            assertThat(iterator.next().name).isEqualTo("ball");
        }
        assertThat(session.list(select(CAGE))).hasSize(4);
    }

    @Test
    void collectionsOfAStreamAreNotJoined() {
        try (Stream<Cage> cages = session.stream(
                select(CAGE).orderBy(CAGE.id).options(joinedLoad(CAGE.animals), joinedLoad(CAGE.keeper)))) {
            assertThat(cages.mapToInt(cage -> cage.animals.size()).sum()).isEqualTo(6);
        }
        assertThat(database.statements().sent()).isEqualTo(2);
        assertThatThrownBy(() -> session.stream(select(CAGE).join(CAGE.animals).options(containsEager(CAGE.animals))))
                .hasMessageContaining("selectInLoad");
    }
}
