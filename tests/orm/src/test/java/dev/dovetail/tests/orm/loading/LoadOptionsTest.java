package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Queries.containsEager;
import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.lazyLoad;
import static dev.dovetail.orm.query.Queries.raiseLoad;
import static dev.dovetail.orm.query.Queries.raiseLoadOnSql;
import static dev.dovetail.orm.query.Queries.raiseOthers;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.loading.Zoo_Animal_.ANIMAL;
import static dev.dovetail.tests.orm.loading.Zoo_Cage_.CAGE;
import static dev.dovetail.tests.orm.loading.Zoo_Keeper_.KEEPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.loading.Zoo.Animal;
import dev.dovetail.tests.orm.loading.Zoo.Cage;
import dev.dovetail.tests.orm.loading.Zoo.Keeper;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a query says about loading: exact statements, and what they fill. */
class LoadOptionsTest {

    private static final String ANIMALS = "zoo_animal.id, zoo_animal.name, zoo_animal.cage_id";

    private final TestDatabase database = Zoo.database();
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private static List<String> names(List<Animal> animals) {
        return animals.stream().map(animal -> String.valueOf(animal.name)).toList();
    }

    private List<String> reads() {
        return database.statements().reads();
    }

    @Test
    void joinedCollectionComesInItsOrderWithEachObjectOnce() {
        List<Cage> cages = session.list(select(CAGE).options(joinedLoad(CAGE.animals)));
        assertThat(reads())
                .containsExactly("SELECT zoo_cage.id, zoo_cage.name, zoo_cage.keeper_id, zoo_animal_1.id,"
                        + " zoo_animal_1.name, zoo_animal_1.cage_id FROM zoo_cage LEFT JOIN zoo_animal AS zoo_animal_1"
                        + " ON zoo_cage.id = zoo_animal_1.cage_id ORDER BY zoo_cage.id, zoo_animal_1.name DESC");
        assertThat(cages).extracting(cage -> cage.name).containsExactly("north", "south", "east", "west");
        assertThat(names(cages.get(2).animals)).containsExactly("fox", "eel", "dog");
        assertThat(cages.get(3).animals).isEmpty();
        assertThat(reads()).isEmpty();
    }

    @Test
    void joinedReferenceNeedsNoOrder() {
        List<Animal> animals = session.list(
                select(ANIMAL).where(ANIMAL.cageId.gt(1)).orderBy(ANIMAL.name).options(joinedLoad(ANIMAL.cage)));
        assertThat(reads())
                .containsExactly("SELECT " + ANIMALS + ", zoo_cage_1.id, zoo_cage_1.name, zoo_cage_1.keeper_id"
                        + " FROM zoo_animal LEFT JOIN zoo_cage AS zoo_cage_1 ON zoo_animal.cage_id = zoo_cage_1.id"
                        + " WHERE zoo_animal.cage_id > ? ORDER BY zoo_animal.name [1]");
        assertThat(animals)
                .extracting(animal -> Objects.requireNonNull(animal.cage.get()).name)
                .containsExactly("south", "east", "east", "east");
        assertThat(reads()).isEmpty();
    }

    @Test
    void aLimitCountsObjectsNotRows() {
        List<Cage> cages = session.list(
                select(CAGE).orderBy(CAGE.name.desc()).limit(2).offset(1).options(joinedLoad(CAGE.animals)));
        assertThat(cages).extracting(cage -> cage.name).containsExactly("south", "north");
        assertThat(names(cages.get(1).animals)).containsExactly("bee", "ant");
        String sql = reads().get(0);
        assertThat(sql)
                .contains("FROM (SELECT zoo_cage.id, zoo_cage.name, zoo_cage.keeper_id FROM zoo_cage ORDER BY")
                .contains("AS anon_1 LEFT JOIN zoo_animal AS zoo_animal_1 ON anon_1.id = zoo_animal_1.cage_id")
                .contains(" ORDER BY anon_1.name DESC, anon_1.id, zoo_animal_1.name DESC");
    }

    @Test
    void aLimitWithAnOrderOfAnotherTable() {
        List<Cage> cages = session.list(select(CAGE)
                .join(CAGE.keeper)
                .orderBy(KEEPER.name.desc(), CAGE.id.desc())
                .limit(2)
                .options(joinedLoad(CAGE.animals)));
        assertThat(cages).extracting(cage -> cage.name).containsExactly("east", "south");
        assertThat(names(cages.get(0).animals)).containsExactly("fox", "eel", "dog");
        assertThat(reads().get(0)).contains("zoo_keeper.name AS order_1").contains("ORDER BY anon_1.order_1 DESC");
    }

    @Test
    void firstAndOneCountObjects() {
        Cage first = session.first(select(CAGE).orderBy(CAGE.id.desc()).options(joinedLoad(CAGE.animals)));
        assertThat(Objects.requireNonNull(first).name).isEqualTo("west");
        Cage east = session.one(select(CAGE).where(CAGE.name.eq("east")).options(joinedLoad(CAGE.animals)));
        assertThat(east.animals).hasSize(3);
    }

    @Test
    void pathsMixStrategies() {
        List<Keeper> keepers = session.list(select(KEEPER)
                .orderBy(KEEPER.id)
                .options(
                        selectInLoad(KEEPER.cages).then(joinedLoad(CAGE.animals).then(selectInLoad(ANIMAL.toys)))));
        assertThat(reads()).hasSize(3);
        assertThat(keepers.get(0).cages).extracting(cage -> cage.name).containsExactly("north", "south");
        Animal cat = keepers.get(0).cages.get(1).animals.get(0);
        assertThat(cat.toys).extracting(toy -> toy.name).containsExactly("ball", "wool");
        assertThat(keepers.get(1).cages.get(0).animals.get(0).toys).isEmpty();
        assertThat(cat.cage.get()).isSameAs(keepers.get(0).cages.get(1));
        assertThat(reads()).isEmpty();
    }

    @Test
    void joinsNest() {
        List<Keeper> keepers = session.list(select(KEEPER)
                .orderBy(KEEPER.id)
                .options(joinedLoad(KEEPER.cages).then(joinedLoad(CAGE.animals).then(joinedLoad(ANIMAL.toys)))));
        assertThat(reads()).hasSize(1);
        assertThat(keepers).hasSize(2);
        assertThat(names(keepers.get(1).cages.get(0).animals)).containsExactly("fox", "eel", "dog");
        assertThat(keepers.get(1).cages.get(0).animals.get(2).toys).hasSize(1);
        assertThat(reads()).isEmpty();
    }

    @Test
    void twoCollectionsOfOneOwnerAreNotMixedUp() {
        List<Animal> animals = session.list(select(ANIMAL)
                .where(ANIMAL.name.eq("cat"))
                .options(joinedLoad(ANIMAL.toys), joinedLoad(ANIMAL.cage).then(joinedLoad(CAGE.animals))));
        assertThat(animals).hasSize(1);
        assertThat(animals.get(0).toys).hasSize(2);
        assertThat(Objects.requireNonNull(animals.get(0).cage.get()).animals).containsExactly(animals.get(0));
        assertThat(reads()).hasSize(1);
    }

    @Test
    void selectInOfReferencesReadsEachOnceAndSparesKnownOnes() {
        session.get(Cage.class, 1);
        database.statements().clear();
        List<Animal> animals = session.list(select(ANIMAL).orderBy(ANIMAL.id).options(selectInLoad(ANIMAL.cage)));
        assertThat(reads().get(1)).endsWith("WHERE zoo_cage.id IN (?, ?) ORDER BY zoo_cage.id [2, 3]");
        assertThat(animals)
                .allSatisfy(animal -> assertThat(animal.cage.isLoaded()).isTrue());
    }

    @Test
    void optionsTravelToWhatIsLoadedLater() {
        Keeper kim = session.list(select(KEEPER)
                        .where(KEEPER.id.eq(1))
                        .options(lazyLoad(KEEPER.cages).then(joinedLoad(CAGE.animals))))
                .get(0);
        database.statements().clear();
        assertThat(kim.cages.get(0).animals).hasSize(2);
        assertThat(reads()).hasSize(1);
    }

    @Test
    void raiseRefusesAndNamesTheRemedy() {
        Cage north = session.list(select(CAGE).options(raiseLoad(CAGE.animals), raiseLoadOnSql(CAGE.keeper)))
                .get(0);
        assertThatThrownBy(north.animals::size)
                .isInstanceOfSatisfying(
                        UsageException.class, error -> assertThat(error.code()).isEqualTo("DVT-ORM-RAISE"))
                .hasMessageContaining("Cage.animals of Cage 1 is not loaded")
                .hasMessageContaining("select(CAGE).options(selectInLoad(CAGE.animals))");
        assertThatThrownBy(north.keeper::get).hasMessageContaining("Cage.keeper of Cage 1 is not loaded");
        session.get(Keeper.class, 1);
        assertThat(north.keeper.get()).isNotNull();
    }

    @Test
    void raiseSurvivesTheTransaction() {
        Cage north = session.list(select(CAGE).options(raiseLoad(CAGE.animals))).get(0);
        session.commit();
        assertThatThrownBy(north.animals::size).hasMessageContaining("is not loaded");
    }

    @Test
    void othersAreRefusedOnEveryLevel() {
        Keeper kim = session.list(select(KEEPER).orderBy(KEEPER.id).options(selectInLoad(KEEPER.cages), raiseOthers()))
                .get(0);
        assertThat(kim.cages).hasSize(2);
        assertThatThrownBy(() -> kim.cages.get(0).animals.size()).hasMessageContaining("Cage.animals");
    }

    @Test
    void containsEagerFillsFromTheQuerysOwnJoin() {
        List<Cage> cages = session.list(select(CAGE)
                .join(CAGE.animals)
                .where(ANIMAL.name.in("ant", "dog", "eel"))
                .orderBy(CAGE.id, ANIMAL.name)
                .options(containsEager(CAGE.animals)));
        assertThat(cages).extracting(cage -> cage.name).containsExactly("north", "east");
        assertThat(names(cages.get(1).animals)).containsExactly("dog", "eel");
        assertThat(reads())
                .containsExactly(
                        "SELECT zoo_cage.id, zoo_cage.name, zoo_cage.keeper_id, " + ANIMALS
                                + " FROM zoo_cage JOIN zoo_animal ON zoo_animal.cage_id = zoo_cage.id"
                                + " WHERE zoo_animal.name IN (?, ?, ?, ?) ORDER BY zoo_cage.id, zoo_animal.name [ant, dog, eel, eel]");
    }

    @Test
    void containsEagerUnderAnAlias() {
        var tenant = ANIMAL.as("tenant");
        List<Cage> cages = session.list(select(CAGE)
                .join(tenant, tenant.cageId.eq(CAGE.id))
                .where(tenant.name.eq("fox"))
                .options(containsEager(CAGE.animals, tenant).then(joinedLoad(ANIMAL.toys))));
        assertThat(names(cages.get(0).animals)).containsExactly("fox");
        assertThat(cages.get(0).animals.get(0).toys.isLoaded()).isTrue();
    }

    @Test
    void whatIsLoadedAlreadyStaysUnlessPopulateExisting() {
        Cage north = Objects.requireNonNull(session.get(Cage.class, 1));
        assertThat(north.animals).hasSize(2);
        database.statements().clear();
        session.connection().execute(Sql.sql("UPDATE zoo_cage SET name = 'arctic' WHERE id = 1"));
        session.connection().execute(Sql.sql("UPDATE zoo_animal SET cage_id = 2 WHERE id = 1"));
        var query = select(CAGE).where(CAGE.id.eq(1)).options(joinedLoad(CAGE.animals));
        session.list(query);
        assertThat(north.name).isEqualTo("north");
        assertThat(north.animals).hasSize(2);
        session.list(query.populateExisting());
        assertThat(north.name).isEqualTo("arctic");
        assertThat(names(north.animals)).containsExactly("bee");
    }

    @Test
    void populateExistingDropsChangesThatWereNotFlushed() {
        try (Session manual = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            Cage north = Objects.requireNonNull(manual.get(Cage.class, 1));
            north.name = "mine";
            manual.list(select(CAGE).where(CAGE.id.eq(1)));
            assertThat(north.name).isEqualTo("mine");
            manual.list(select(CAGE).where(CAGE.id.eq(1)).populateExisting());
            assertThat(north.name).isEqualTo("north");
        }
    }

    @Test
    void theQuerysOwnJoinALimitAndAJoinedCollection() {
        List<Cage> cages = session.list(select(CAGE)
                .join(CAGE.keeper)
                .orderBy(CAGE.id.desc())
                .limit(2)
                .options(containsEager(CAGE.keeper), joinedLoad(CAGE.animals)));
        assertThat(cages).extracting(cage -> cage.name).containsExactly("east", "south");
        assertThat(cages.get(0).animals).hasSize(3);
        assertThat(Objects.requireNonNull(cages.get(0).keeper.get()).name).isEqualTo("Lee");
        assertThat(reads()).hasSize(2);
    }

    @Test
    void aQueryThatLocksJoinsNothingByItself() {
        TestDatabase.require(Capability.FOR_UPDATE);
        try (TestDatabase locking = Zoo.database();
                Session own = locking.open()) {
            List<Cage> cages = own.list(select(CAGE)
                    .join(CAGE.keeper)
                    .where(CAGE.id.eq(3))
                    .lock(RowLock.forUpdate())
                    .options(containsEager(CAGE.keeper), joinedLoad(CAGE.animals)));
            assertThat(cages.get(0).animals).hasSize(3);
            assertThat(cages.get(0).keeper.isLoaded()).isTrue();
            assertThat(locking.statements().reads()).hasSize(2);
        }
    }
}
