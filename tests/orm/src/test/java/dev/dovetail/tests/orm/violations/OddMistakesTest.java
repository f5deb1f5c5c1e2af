package dev.dovetail.tests.orm.violations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DatabaseException;
import dev.dovetail.Redacted;
import dev.dovetail.TransactionState;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.check.Problem;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.violations.Odd.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of the same mistake, a check says beforehand what the flush's exception says, in the same words, and both are right. */
class OddMistakesTest {

    /**
     * A mistake.
     *
     * @param mistake makes it and returns the object that is wrong
     * @param headline what is said; where the transaction cannot be asked, the flush says the beginning of it
     * @param constraint what is broken
     * @param attributes where in the object, as the check has it
     * @param told where in the object, as the exception has it
     */
    private record Case(
            Function<Session, Object> mistake,
            String headline,
            @Nullable String constraint,
            List<String> attributes,
            List<String> told) {}

    private static Case is(
            Function<Session, Object> mistake, String headline, @Nullable String constraint, String... attributes) {
        return new Case(mistake, headline, constraint, List.of(attributes), List.of(attributes));
    }

    /** The exception is about a row of another table, or one that no object stands for. */
    private static Case elsewhere(
            Function<Session, Object> mistake, String headline, String constraint, String... attributes) {
        return new Case(mistake, headline, constraint, List.of(attributes), List.of());
    }

    private static <T> T add(Session session, T object) {
        session.add(object);
        return object;
    }

    private static Function<Session, Object> box(Consumer<Box> wrong) {
        return session -> {
            Box box = new Box(9);
            wrong.accept(box);
            return add(session, box);
        };
    }

    private static Function<Session, Object> truck(Consumer<Truck> wrong) {
        return session -> {
            Truck truck = new Truck(9, "p9");
            wrong.accept(truck);
            return add(session, truck);
        };
    }

    private static <T> Function<Session, Object> stored(Class<T> type, Object id, BiConsumer<Session, T> wrong) {
        return session -> {
            T found = session.get(type, id);
            assertThat(found).isNotNull();
            wrong.accept(session, found);
            return found;
        };
    }

    private static Object joinAgain(Session session) {
        Box box = session.get(Box.class, 1);
        Label label = session.get(Label.class, 1);
        assertThat(box).isNotNull();
        assertThat(label).isNotNull();
        session.expire(box, "labels");
        box.labels.add(label);
        return box;
    }

    private static Object joinWhatIsGone(Session session) {
        Box box = session.get(Box.class, 1);
        Label gone = session.get(Label.class, 2);
        assertThat(box).isNotNull();
        assertThat(gone).isNotNull();
        session.connection().execute(Sql.sql("DELETE FROM odd_label WHERE id = 2"));
        box.labels.add(gone);
        return box;
    }

    private static final List<Case> CASES = List.of(
            // one row in two tables
            is(truck(truck -> truck.plate = null), "NOT-NULL] odd_vehicle.plate must not be null", null, "plate"),
            is(
                    truck(truck -> truck.plate = "p1"),
                    "UNIQUE] odd_vehicle.plate = 'p1': already taken by odd_vehicle 1",
                    "uq_odd_vehicle_plate",
                    "plate"),
            is(
                    truck(truck -> truck.seats = 0),
                    "CHECK] odd_vehicle.seats = 0: breaks the check ck_seats, seats > 0",
                    "ck_seats",
                    "seats"),
            is(
                    truck(truck -> truck.plate = "p123456789"),
                    "DATA] odd_vehicle.plate = 'p123456789' does not fit its type: VARCHAR(9) cannot hold a text of 10"
                            + " characters",
                    null,
                    "plate"),
            is(
                    truck(truck -> truck.id = 1),
                    "UNIQUE] odd_vehicle.id = 1: a row with this primary key exists already",
                    "pk_odd_vehicle",
                    "id"),
            is(
                    truck(truck -> truck.axles = 1),
                    "CHECK] odd_truck.axles = 1: breaks the check ck_axles, axles > 1",
                    "ck_axles",
                    "axles"),
            is(
                    truck(truck -> truck.badge = "b1"),
                    "UNIQUE] odd_truck.badge = 'b1': already taken by odd_truck 1",
                    "uq_odd_truck_badge",
                    "badge"),
            is(
                    truck(truck -> truck.boxId = 77),
                    "PARENT] odd_truck.box_id = 77: no odd_box has id = 77",
                    "fk_odd_truck_box_id",
                    "boxId"),
            is(
                    stored(Truck.class, 2, (session, truck) -> truck.plate = "p1"),
                    "UNIQUE] odd_vehicle.plate = 'p1': already taken by odd_vehicle 1",
                    "uq_odd_vehicle_plate",
                    "plate"),
            is(
                    stored(Truck.class, 2, (session, truck) -> truck.axles = 0),
                    "CHECK] odd_truck.axles = 0: breaks the check ck_axles, axles > 1",
                    "ck_axles",
                    "axles"),
            elsewhere(
                    stored(Truck.class, 1, (session, truck) -> session.delete(truck)),
                    "CHILD] odd_truck 1 is still referenced by 1 row of odd_trip (1)",
                    "fk_odd_trip_truck_id",
                    "id"),
            // a row of the base's table is none of the subclass's
            is(
                    session -> add(session, new Trip(9, 5)),
                    "PARENT] odd_trip.truck_id = 5: no odd_truck has id = 5",
                    "fk_odd_trip_truck_id",
                    "truckId"),
            // records, keys of two columns
            is(
                    box(box -> box.home = new Address("s", "far away")),
                    "DATA] odd_box.home_city = 'far away' does not fit its type: VARCHAR(6) cannot hold a text of 8"
                            + " characters",
                    null,
                    "home.city"),
            is(
                    box(box -> {
                        box.aisle = 1;
                        box.shelfNumber = 7;
                    }),
                    "PARENT] odd_box(aisle, shelf) = (1, 7): no odd_shelf has (aisle, number) = (1, 7)",
                    "fk_box_shelf",
                    "aisle",
                    "shelfNumber"),
            is(
                    box(box -> {
                        box.aisle = 7; // the half of a key asks for nothing
                        box.insideId = 88;
                    }),
                    "PARENT] odd_box.inside_id = 88: no odd_box has id = 88",
                    "fk_odd_box_inside_id",
                    "insideId"),
            elsewhere(
                    stored(Shelf.class, new ShelfId(1, 1), (session, shelf) -> session.delete(shelf)),
                    "CHILD] odd_shelf (1, 1) is still referenced by 1 row of odd_box (1)",
                    "fk_box_shelf",
                    "id.aisle",
                    "id.number"),
            is(
                    session -> add(session, new Shelf(1, 1)),
                    "UNIQUE] odd_shelf(aisle, number) = (1, 1): a row with this primary key exists already",
                    "pk_odd_shelf",
                    "id.aisle",
                    "id.number"),
            // names and values of all sorts
            is(
                    box(box -> box.group = 1),
                    "UNIQUE] odd_box.Group = 1: already taken by odd_box 1",
                    "uq_odd_box_Group",
                    "group"),
            is(
                    box(box -> {
                        box.grade = Grade.POOR;
                        box.code = new Code("y");
                    }),
                    "CHECK] odd_box(grade, code) = (POOR, Code[text=y]): breaks the check ck_grade, grade <> 'POOR' OR"
                            + " code = 'x'",
                    "ck_grade",
                    "grade",
                    "code"),
            is(
                    box(box -> box.weight = new BigDecimal("50.5")),
                    "CHECK] odd_box.weight = 50.5: breaks the check ck_weight, weight < 50.5",
                    "ck_weight",
                    "weight"),
            is(
                    box(box -> box.packed = LocalDate.of(2019, 5, 5)),
                    "CHECK] odd_box.packed = 2019-05-05: breaks the check ck_packed, packed > '2020-01-01'",
                    "ck_packed",
                    "packed"),
            is(
                    box(box -> box.weight = new BigDecimal("1.5")),
                    "UNIQUE] odd_box.weight = 1.5: already taken by odd_box 1",
                    "uq_odd_box_weight",
                    "weight"),
            is(
                    box(box -> box.weight = new BigDecimal("123456.5")),
                    "DATA] odd_box.weight = 123456.5 does not fit its type: NUMERIC(6, 2) cannot hold 123456.5",
                    null,
                    "weight"),
            is(
                    box(box -> box.code = new Code("x1")),
                    "UNIQUE] odd_box.code = Code[text=x1]: already taken by odd_box 1",
                    "uq_odd_box_code",
                    "code"),
            is(
                    box(box -> box.secret = "s3cret"),
                    "UNIQUE] odd_box.secret = ‹redacted›: already taken by odd_box 1",
                    "uq_odd_box_secret",
                    "secret"),
            // a row and its own table
            elsewhere(
                    stored(Box.class, 1, (session, box) -> session.delete(box)),
                    "CHILD] odd_box 1 is still referenced by 1 row of odd_box (2)",
                    "fk_odd_box_inside_id",
                    "id"),
            is(
                    box(box -> {
                        box.insideId = 9; // itself
                        box.weight = new BigDecimal("60");
                    }),
                    "CHECK] odd_box.weight = 60: breaks the check ck_weight, weight < 50.5",
                    "ck_weight",
                    "weight"),
            // tables between two classes
            elsewhere(
                    OddMistakesTest::joinAgain,
                    "UNIQUE] odd_box_label(odd_box_id, odd_label_id) = (1, 1): a row with this primary key exists"
                            + " already, Box.labels joins Box 1 and Label 1",
                    "pk_odd_box_label",
                    "labels"),
            elsewhere(
                    OddMistakesTest::joinWhatIsGone,
                    "PARENT] odd_box_label.odd_label_id = 2: no odd_label has id = 2",
                    "fk_odd_box_label_odd_label_id",
                    "labels"),
            elsewhere(
                    stored(Label.class, 1, (session, label) -> session.delete(label)),
                    "CHILD] odd_label 1 is still referenced by 1 row of odd_box_label",
                    "fk_odd_box_label_odd_label_id",
                    "id"));

    private static String headline(Throwable error) {
        return error.toString()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^\\S+ \\[DVT-[0-9]+-(FK-)?([A-Z-]+]):", "$2");
    }

    private static void store(TestDatabase database) {
        try (Session session = database.open()) {
            Shelf shelf = new Shelf(1, 1);
            Box one = new Box(1);
            one.code = new Code("x1");
            one.weight = new BigDecimal("1.50");
            one.secret = "s3cret";
            one.group = 1;
            one.shelf.set(shelf);
            one.labels.add(new Label(1));
            session.add(new Label(2));
            Box two = new Box(2);
            two.inside.set(one);
            Truck truck = new Truck(1, "p1");
            truck.badge = "b1";
            Vehicle vehicle = new Vehicle();
            vehicle.id = 5;
            vehicle.plate = "p5";
            session.addAll(List.of(shelf, one, two, truck, new Truck(2, "p2"), vehicle));
            session.flush();
            session.add(new Trip(1, 1));
            session.commit();
        }
    }

    @Test
    void theCheckAndTheFlushSayTheSame() {
        boolean canAsk = !TestDatabase.dialect().name().equals("PostgreSQL");
        SoftAssertions softly = new SoftAssertions();
        try (TestDatabase database =
                TestDatabase.of(Shelf.class, Box.class, Label.class, Vehicle.class, Truck.class, Trip.class)) {
            store(database);
            for (Case one : CASES) {
                try (Session session = database.open()) {
                    Object wrong = one.mistake().apply(session);
                    CheckReport report = session.check();
                    DatabaseException error = catchThrowableOfType(DatabaseException.class, session::flush);

                    softly.assertThat(report.problems()).as(one.headline()).hasSize(1);
                    softly.assertThat(error).as(one.headline()).isNotNull();
                    if (report.problems().size() != 1 || error == null) {
                        session.rollback();
                        continue;
                    }
                    Problem problem = report.problems().get(0);
                    softly.assertThat(problem.toString().replaceFirst("\\[DVT-[0-9]+-(FK-)?", ""))
                            .isEqualTo(one.headline());
                    softly.assertThat(problem.constraint()).as(one.headline()).isEqualTo(one.constraint());
                    softly.assertThat(problem.entity()).as(one.headline()).isSameAs(wrong);
                    softly.assertThat(problem.attributes()).as(one.headline()).isEqualTo(one.attributes());

                    softly.assertThat(error.code()).as(one.headline()).isEqualTo(problem.code());
                    // Counts need a transaction that can be asked, sample keys have a line of their own, and the reason
                    // of a
                    // misfit is left out where a value of the row is sensitive.
                    softly.assertThat(canAsk ? one.headline() : one.headline().replace("1 row of ", ""))
                            .startsWith(headline(error));
                    if (canAsk && problem.message().contains("already taken")) {
                        softly.assertThat(headline(error)).isEqualTo(one.headline());
                    }
                    softly.assertThat(error.facts().constraint().name())
                            .as(one.headline())
                            .isEqualTo(one.constraint());
                    softly.assertThat(error.entity()).as(one.headline()).isSameAs(wrong);
                    softly.assertThat(one.told())
                            .as(one.headline())
                            .isSubsetOf(error.facts().origin().attributes().values());
                    softly.assertThat(error.transactionState()).isEqualTo(TransactionState.FAILED);
                    if (!error.code().endsWith("FK-CHILD") || problem.columns().isEmpty()) {
                        softly.assertThat(List.copyOf(error.facts().constraint().columns()))
                                .as(one.headline())
                                .isEqualTo(problem.columns());
                        softly.assertThat(error.facts().constraint().table()).isEqualTo(problem.table());
                        softly.assertThat(error.facts().constraint().values().values())
                                .as(one.headline())
                                .containsExactlyElementsOf(problem.values());
                    }
                    session.rollback();
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void aKeyOfWhichAPartIsNewIsNotAskedFor() {
        try (TestDatabase database = TestDatabase.of(Depot.class, Bay.class);
                Session session = database.open()) {
            session.add(new Bay(1, 1));
            session.commit();
            Bay bay = new Bay(1, 1);
            bay.depot.set(new Depot());
            Bay other = new Bay(2, 1);
            other.depot.set(new Depot());
            session.expungeAll();
            session.addAll(List.of(bay, other));
            assertThat(session.check().problems())
                    .singleElement()
                    .hasToString("[DVT-23-UNIQUE] odd_bay.id = 1: a row with this primary key exists already");
        }
    }

    /** What only the database takes for equal is neither missing nor free. */
    @Test
    void textsInAnotherCaseAreNotGuessedAt() {
        String folded = switch (TestDatabase.dialect().name()) {
            case "SQLite" -> "VARCHAR(20) COLLATE NOCASE";
            case "MariaDB" -> "VARCHAR(20) COLLATE utf8mb4_general_ci";
            case "H2" -> "VARCHAR_IGNORECASE(20)";
            default -> "";
        };
        TestDatabase.only("folded texts", "SQLite", "MariaDB", "H2");
        try (TestDatabase database = TestDatabase.of(Word.class, Use.class)) {
            database.sql(
                    "DROP TABLE odd_use",
                    "DROP TABLE odd_word",
                    "CREATE TABLE odd_word (id INTEGER PRIMARY KEY, text " + folded + " UNIQUE)",
                    "CREATE TABLE odd_use (id INTEGER PRIMARY KEY, word " + folded
                            + ", FOREIGN KEY (word) REFERENCES odd_word (text))",
                    "INSERT INTO odd_word VALUES (1, 'abc')");
            try (Session session = database.open()) {
                session.add(new Use(1, "ABC"));
                assertThat(session.check().ok()).isTrue();
                assertThat(session.check().unchecked())
                        .singleElement()
                        .hasToString("foreign key fk_use_word of new Use: the database compares in another way");
                session.flush();
                session.add(new Word(2, "ABC"));
                assertThat(session.check().unchecked())
                        .singleElement()
                        .hasToString("unique keys of odd_word: the database compares in another way");
                session.rollback();
            }
        }
    }

    @Test
    void redactionOfAllValuesHoldsForChecksToo() {
        TestDatabase.only("the same everywhere", "SQLite");
        try (Engine engine = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .redaction(Redaction.ALL)
                .build()) {
            SessionFactory sessions = SessionFactory.of(engine, Depot.class, Bay.class);
            sessions.metadata().createAll(engine);
            try (Session session = sessions.open()) {
                Bay bay = new Bay(1, 1);
                bay.depotId = 4711;
                session.add(bay);
                Problem problem = session.check().problems().get(0);
                assertThat(problem.values()).containsExactly(Redacted.VALUE);
                assertThat(problem.message()).doesNotContain("4711");
            }
        }
    }
}
