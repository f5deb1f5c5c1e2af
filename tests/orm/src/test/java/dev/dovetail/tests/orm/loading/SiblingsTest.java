package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.loading.Campus_Room_.ROOM;
import static dev.dovetail.tests.orm.loading.Campus_Wing_.WING;
import static dev.dovetail.tests.orm.loading.Zoo_Animal_.ANIMAL;
import static dev.dovetail.tests.orm.loading.Zoo_Cage_.CAGE;
import static dev.dovetail.tests.orm.loading.Zoo_Keeper_.KEEPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.loading.Campus.Room;
import dev.dovetail.tests.orm.loading.Campus.Wing;
import dev.dovetail.tests.orm.loading.Zoo.Animal;
import dev.dovetail.tests.orm.loading.Zoo.Cage;
import dev.dovetail.tests.orm.loading.Zoo.Keeper;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects that came from one query load together when the holder of one is touched. */
class SiblingsTest {

    private final TestDatabase database = Zoo.database();
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<Cage> cages(Session from) {
        List<Cage> cages = from.list(select(CAGE).orderBy(CAGE.id));
        database.statements().clear();
        return cages;
    }

    @Test
    void collectionsOfSiblingsComeInOneStatement() {
        List<Cage> cages = cages(session);
        assertThat(cages.get(2).animals).hasSize(3);
        assertThat(database.statements().reads())
                .containsExactly("SELECT zoo_animal.id, zoo_animal.name, zoo_animal.cage_id FROM zoo_animal"
                        + " WHERE zoo_animal.cage_id IN (?, ?, ?, ?) ORDER BY zoo_animal.name DESC [3, 4, 2, 1]");
        assertThat(cages.get(0).animals).hasSize(2);
        assertThat(cages.get(3).animals).isEmpty();
        assertThat(database.statements().sent()).isZero();
    }

    @Test
    void nextLevelLoadsTogetherToo() {
        List<Cage> cages = cages(session);
        long toys = cages.stream()
                .flatMap(cage -> cage.animals.stream())
                .mapToInt(animal -> animal.toys.size())
                .sum();
        assertThat(toys).isEqualTo(3);
        assertThat(database.statements().sent()).isEqualTo(2);
    }

    @Test
    void referencesOfSiblingsComeInOneStatement() {
        List<Animal> animals = session.list(select(ANIMAL).orderBy(ANIMAL.id));
        database.statements().clear();
        animals.forEach(animal -> assertThat(animal.cage.get()).isNotNull());
        assertThat(database.statements().reads()).hasSize(1);
    }

    @Test
    void aReferenceFollowsTheKeyThatItsFieldHasWhenItIsTouched() {
        List<Animal> animals = session.list(select(ANIMAL).orderBy(ANIMAL.id));
        assertThat(Objects.requireNonNull(animals.get(0).cage.get()).name).isEqualTo("north");
        animals.get(1).cageId = 3;
        assertThat(Objects.requireNonNull(animals.get(1).cage.get()).name).isEqualTo("east");
    }

    @Test
    void whatTheIdentityMapHasSendsNothing() {
        cages(session);
        List<Animal> animals = session.list(select(ANIMAL).orderBy(ANIMAL.id));
        database.statements().clear();
        animals.forEach(animal -> assertThat(animal.cage.get()).isNotNull());
        assertThat(database.statements().sent()).isZero();
    }

    @Test
    void siblingsEndWithTheTransaction() {
        List<Cage> cages = cages(session);
        session.commit();
        assertThat(cages.get(0).animals).hasSize(2);
        assertThat(cages.get(1).animals).hasSize(1);
        assertThat(database.statements().reads()).hasSize(4);
    }

    @Test
    void siblingsEndWithTheTransactionThoughNothingIsStale() {
        try (Session keeping = database.sessions()
                .with(SessionOptions.DEFAULT.withStaleAfterCommit(false))
                .open()) {
            List<Cage> cages = cages(keeping);
            keeping.commit();
            assertThat(cages.get(0).animals).hasSize(2);
            assertThat(cages.get(1).animals.isLoaded()).isFalse();
        }
    }

    @Test
    void theNumberIsSettable() {
        try (Session pairs = database.sessions()
                .with(SessionOptions.DEFAULT.withSiblingsLoadedTogether(2))
                .open()) {
            List<Cage> cages = cages(pairs);
            assertThat(cages.get(1).animals).hasSize(1);
            assertThat(cages).extracting(cage -> cage.animals.isLoaded()).containsExactly(false, true, true, false);
        }
        try (Session alone = database.sessions()
                .with(SessionOptions.DEFAULT.withSiblingsLoadedTogether(1))
                .open()) {
            List<Cage> cages = cages(alone);
            assertThat(cages.get(1).animals).hasSize(1);
            assertThat(cages).extracting(cage -> cage.animals.isLoaded()).containsExactly(false, true, false, false);
        }
    }

    @Test
    void whatWasAddedBeforeStaysInTheSiblingsCollection() {
        List<Cage> cages = cages(session);
        Animal gnu = new Animal();
        gnu.id = 100;
        gnu.name = "gnu";
        cages.get(1).animals.add(gnu);
        assertThat(cages.get(0).animals).hasSize(2);
        assertThat(cages.get(1).animals).contains(gnu).hasSize(2);
    }

    @Test
    void anExpungedSiblingIsLeftOut() {
        List<Cage> cages = cages(session);
        session.expunge(cages.get(1));
        assertThat(cages.get(0).animals).hasSize(2);
        assertThat(cages.get(1).animals.isLoaded()).isFalse();
    }

    @Test
    void aLazyLoadFlushesFirstAndOnlyIfItSendsSomething() {
        List<Cage> cages = cages(session);
        Keeper kim = Objects.requireNonNull(session.get(Keeper.class, 1));
        database.statements().clear();
        cages.get(3).name = "far west";
        assertThat(cages.get(0).keeper.get()).isSameAs(kim);
        assertThat(database.statements().sent()).isZero();
        assertThat(cages.get(0).animals).hasSize(2);
        assertThat(database.statements().all()).anyMatch(line -> line.startsWith("UPDATE zoo_cage SET name"));
    }

    @Test
    void manySiblingsNeedFewStatements() {
        database.sql(IntStream.range(5, 1205)
                .mapToObj(id -> "INSERT INTO zoo_cage (id, name) VALUES (" + id + ", 'more')")
                .toArray(String[]::new));
        List<Cage> cages = cages(session);
        cages.forEach(cage -> assertThat(cage.animals.size()).isBetween(0, 3));
        assertThat(database.statements().sent()).isEqualTo(3);
        List<Keeper> keepers = session.list(select(KEEPER));
        assertThat(keepers).hasSize(2);
    }

    @Test
    void keysOfSeveralColumns() {
        try (TestDatabase campus = Campus.database();
                Session own = campus.open()) {
            List<Wing> wings = own.list(select(WING).orderBy(WING.building, WING.number));
            campus.statements().clear();
            assertThat(wings).extracting(wing -> wing.rooms.size()).containsExactly(2, 0, 1);
            assertThat(campus.statements().sent()).isEqualTo(1);
        }
        try (TestDatabase campus = Campus.database();
                Session own = campus.open()) {
            List<Room> rooms = own.list(select(ROOM).orderBy(ROOM.id));
            campus.statements().clear();
            assertThat(Objects.requireNonNull(rooms.get(0).wing.get()).building).isEqualTo("A");
            assertThat(rooms.get(1).wing.get()).isSameAs(rooms.get(0).wing.get());
            assertThat(Objects.requireNonNull(rooms.get(2).wing.get()).building).isEqualTo("B");
            assertThat(rooms.get(3).wing.get()).isNull();
            assertThat(campus.statements().sent()).isEqualTo(1);
        }
    }

    @Test
    void keysToAUniqueColumn() {
        try (TestDatabase campus = Campus.database();
                Session own = campus.open()) {
            List<Room> rooms = own.list(select(ROOM).orderBy(ROOM.id));
            campus.statements().clear();
            assertThat(Objects.requireNonNull(rooms.get(3).door.get()).id).isEqualTo(2);
            assertThat(Objects.requireNonNull(rooms.get(0).door.get()).id).isEqualTo(1);
            assertThat(rooms.get(2).door.get()).isNull();
            assertThat(Objects.requireNonNull(rooms.get(3).door.get()).rooms)
                    .containsExactly(rooms.get(1), rooms.get(3));
        }
    }

    @Test
    void keysToAUniqueColumnLoadTogether() {
        try (TestDatabase campus = Campus.database();
                Session own = campus.open()) {
            List<Room> rooms = own.list(select(ROOM).orderBy(ROOM.id));
            campus.statements().clear();
            assertThat(Objects.requireNonNull(rooms.get(0).door.get()).id).isEqualTo(1);
            assertThat(Objects.requireNonNull(rooms.get(1).door.get()).id).isEqualTo(2);
            assertThat(rooms.get(2).door.get()).isNull();
            assertThat(rooms.get(3).door.get()).isSameAs(rooms.get(1).door.get());
            assertThat(campus.statements().reads())
                    .containsExactly(
                            "SELECT campus_door.id, campus_door.code FROM campus_door WHERE campus_door.code IN"
                                    + " (?, ?) ORDER BY campus_door.id [x, y]");
            own.commit();
        }
    }

    @Test
    void aKeyToAUniqueColumnThatChangesMeanwhileIsFollowed() {
        try (TestDatabase campus = Campus.database();
                Session own = campus.open()) {
            List<Room> rooms = own.list(select(ROOM).orderBy(ROOM.id));
            rooms.get(0).door.get();
            rooms.get(1).doorCode = "x";
            own.flush();
            assertThat(rooms.get(1).door.get()).isSameAs(rooms.get(0).door.get());
            own.commit();
            assertThat(campus.rows("SELECT door FROM campus_room WHERE id = 2")).containsExactly("x");
        }
    }
}
