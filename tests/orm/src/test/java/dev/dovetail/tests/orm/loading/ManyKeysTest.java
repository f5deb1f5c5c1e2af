package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.loading.Zoo_Animal_.ANIMAL;
import static dev.dovetail.tests.orm.loading.Zoo_Cage_.CAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.loading.Zoo.Animal;
import dev.dovetail.tests.orm.loading.Zoo.Cage;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to many owners: their keys go as one array where the database takes that. */
class ManyKeysTest {

    private static final int CAGES = 40;

    private final TestDatabase database = TestDatabase.of(Zoo.ENTITIES);

    @BeforeEach
    void fill() {
        List<String> cages = new ArrayList<>();
        List<String> animals = new ArrayList<>();
        List<String> toys = new ArrayList<>();
        for (int cage = 1; cage <= CAGES; cage++) {
            cages.add("(" + cage + ", 'c" + cage + "')");
            for (int animal = cage % 3; animal > 0; animal--) {
                int id = cage * 10 + animal;
                animals.add("(" + id + ", 'a" + id + "', " + cage + ")");
                toys.add("(" + (1000 - 2 * id) + ", 'x', " + id + ")");
                toys.add("(" + (1001 - 2 * id) + ", 'y', " + id + ")");
            }
        }
        database.sql(
                "INSERT INTO zoo_cage (id, name) VALUES " + String.join(", ", cages),
                "INSERT INTO zoo_animal (id, name, cage_id) VALUES " + String.join(", ", animals),
                "INSERT INTO zoo_toy (id, name, animal_id) VALUES " + String.join(", ", toys));
        database.statements().clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void collections() {
        try (Session session = database.open()) {
            List<Cage> cages = session.list(select(CAGE).orderBy(CAGE.id).options(selectInLoad(CAGE.animals)));
            assertThat(database.statements().reads()).hasSize(2);
            for (Cage cage : cages) {
                assertThat(cage.animals).hasSize(Objects.requireNonNull(cage.id) % 3);
                assertThat(cage.animals)
                        .allSatisfy(animal -> assertThat(animal.cage.get()).isSameAs(cage));
            }
            assertThat(database.statements().reads()).isEmpty();
        }
    }

    @Test
    void inTheOrderOfTheirKeys() {
        try (Session session = database.open()) {
            List<Animal> animals = session.list(select(ANIMAL).orderBy(ANIMAL.id));
            for (Animal animal : animals) {
                int first = 1000 - 2 * Objects.requireNonNull(animal.id);
                assertThat(animal.toys).extracting(toy -> toy.id).containsExactly(first, first + 1);
            }
            assertThat(database.statements().reads()).hasSize(2);
        }
    }

    @Test
    void references() {
        try (Session session = database.open()) {
            List<Animal> animals =
                    session.list(select(ANIMAL).orderBy(ANIMAL.id.desc()).options(selectInLoad(ANIMAL.cage)));
            assertThat(database.statements().reads()).hasSize(2);
            assertThat(animals)
                    .allSatisfy(animal -> assertThat(Objects.requireNonNull(animal.cage.get()).id)
                            .isEqualTo(animal.cageId));
            assertThat(database.statements().reads()).isEmpty();
        }
    }

    @Test
    void oneStatementForAnyNumberWhereKeysAreAnArray() {
        try (Session session = database.open()) {
            session.list(select(CAGE).where(CAGE.id.le(20)).options(selectInLoad(CAGE.animals)));
            session.list(select(CAGE).where(CAGE.id.gt(20), CAGE.id.le(31)).options(selectInLoad(CAGE.animals)));
        }
        List<String> loads = database.statements().reads().stream()
                .filter(statement -> statement.contains("zoo_animal"))
                .map(statement -> statement.substring(0, statement.indexOf(" [")))
                .toList();
        assertThat(loads).hasSize(2);
        assertThat(loads.get(0).contains("IN (?")).isNotEqualTo(loads.get(0).equals(loads.get(1)));
    }
}
