package dev.dovetail.tests.orm.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.IntegrityException;
import dev.dovetail.Redacted;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.preview.DeleteAction;
import dev.dovetail.preview.DeleteActor;
import dev.dovetail.preview.DeleteEffect;
import dev.dovetail.preview.DeletePreview;
import dev.dovetail.preview.DeleteVerdict;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code -Dpreview.count} random families are made from {@code -Dpreview.seed}; {@code -Dpreview.only=17} runs one. */
class DeletePreviewTest {

    private static final long SEED = Long.getLong("preview.seed", 1);
    private static final int COUNT = Integer.getInteger("preview.count", 40);
    private static final Integer ONLY = Integer.getInteger("preview.only");

    private static final Class<?>[] ENTITIES = {
        Firm.Company.class,
        Firm.Charter.class,
        Firm.Office.class,
        Firm.Room.class,
        Firm.Desk.class,
        Firm.Client.class,
        Firm.Contract.class,
        Firm.Car.class,
        Firm.Note.class,
        Firm.Tag.class,
        Firm.Gadget.class,
        Firm.Label.class,
        Firm.Worker.class,
        Firm.Manager.class,
        Firm.Report.class,
        Firm.SecretReport.class,
        Firm.Seal.class
    };

    /** A table that no class has. */
    private static final String LEASE = "CREATE TABLE firm_lease (id INTEGER NOT NULL PRIMARY KEY, office_id INTEGER,"
            + " room_id INTEGER, FOREIGN KEY (office_id) REFERENCES firm_office (id) ON DELETE SET NULL,"
            + " FOREIGN KEY (room_id) REFERENCES firm_room (id) ON DELETE NO ACTION)";

    private static TestDatabase database() {
        TestDatabase database = TestDatabase.of(ENTITIES);
        database.sql(LEASE);
        return database;
    }

    private static void close(TestDatabase database) {
        try (database) {
            database.sql("DROP TABLE firm_lease");
        }
    }

    @Test
    void whatIsSaidIsWhatIsDone() {
        TestDatabase database = database();
        List<String> failures = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        try {
            for (int number = 0; number < COUNT; number++) {
                if (ONLY == null || ONLY == number) {
                    String failure = run(database, new Random(SEED * 1_000_003 + number), outcomes);
                    if (failure != null) {
                        failures.add("number " + number + ": " + failure);
                    }
                }
            }
        } finally {
            close(database);
        }
        System.out.println("preview.seed=" + SEED + " preview.count=" + COUNT + " " + outcomes);
        assertThat(failures).as("seed %s", SEED).isEmpty();
    }

    private static @Nullable String run(TestDatabase database, Random random, Map<String, Integer> outcomes) {
        fill(database, random);
        Map<String, Map<Object, Map<String, String>>> before = contents(database);
        DeletePreview preview;
        @Nullable RuntimeException refusal = null;
        String what;
        try (Session session = database.open()) {
            List<Object> doomed = new ArrayList<>();
            Class<?> type = List.of(
                            Firm.Company.class,
                            Firm.Company.class,
                            Firm.Office.class,
                            Firm.Tag.class,
                            Firm.Worker.class,
                            Firm.Note.class,
                            Firm.Report.class,
                            Firm.Label.class)
                    .get(random.nextInt(8));
            for (int count = 1 + random.nextInt(2); count > 0; count--) {
                Object object = session.get(type, 1 + random.nextInt(3));
                if (object != null && !doomed.contains(object)) {
                    doomed.add(object);
                }
            }
            if (doomed.isEmpty()) {
                return null;
            }
            know(session, random, doomed);
            what = doomed.toString() + ", known " + session.persistent().size();
            int known = session.persistent().size();
            preview = session.previewDelete(doomed.toArray());
            assertThat(session.persistent()).hasSize(known);
            try {
                // An autoflush before the second object's cascade would be a flush of its own.
                session.noAutoflush(work -> doomed.forEach(session::delete));
                session.commit();
            } catch (IntegrityException | UsageException e) {
                refusal = e;
            }
        }
        outcomes.merge(preview.verdict() + (refusal == null ? ", done" : ", refused"), 1, Integer::sum);
        List<String> wrong = new ArrayList<>();
        if (preview.verdict() != DeleteVerdict.DEPENDS && preview.refused() != (refusal != null)) {
            wrong.add(refusal == null ? "is not refused" : "is refused: " + refusal.getMessage());
        } else if (refusal == null) {
            compare(before, contents(database), preview, wrong);
        }
        return wrong.isEmpty() ? null : what + "\n" + wrong + "\n" + preview + "\n" + before;
    }

    /** Some objects come into memory, some holders are loaded. */
    private static void know(Session session, Random random, List<Object> doomed) {
        for (Class<?> type : List.of(Firm.Note.class, Firm.Car.class, Firm.Office.class, Firm.Report.class)) {
            for (int id = 1; id <= 4; id++) {
                if (random.nextInt(4) == 0) {
                    session.get(type, id);
                }
            }
        }
        for (Object object : doomed) {
            if (object instanceof Firm.Company company) {
                for (Many<?> holder : List.of(
                        company.cars,
                        company.offices,
                        company.notes,
                        company.contracts,
                        company.gadgets,
                        company.labels)) {
                    if (random.nextInt(4) == 0) {
                        assertThat(holder.size()).isNotNegative();
                    }
                }
            }
        }
    }

    private static void fill(TestDatabase database, Random random) {
        List<String> sql = new ArrayList<>();
        for (String table : List.of("firm_lease", "firm_seal", "firm_report", "firm_manager", "firm_worker")) {
            sql.add("DELETE FROM " + table);
        }
        sql.add("UPDATE firm_note SET answer_to = NULL");
        for (String table : List.of(
                "firm_note",
                "firm_car",
                "firm_contract",
                "firm_client",
                "firm_desk",
                "firm_room",
                "firm_office",
                "firm_company_firm_tag",
                "firm_company_firm_label",
                "firm_gadget",
                "firm_label",
                "firm_tag",
                "firm_company",
                "firm_charter")) {
            sql.add("DELETE FROM " + table);
        }
        rows(3, id -> sql.add("INSERT INTO firm_charter (id) VALUES (" + id + ")"));
        rows(
                3,
                id -> sql.add(
                        "INSERT INTO firm_company (id, charter_id) VALUES (" + id + ", " + some(random, id) + ")"));
        rows(3, id -> sql.add("INSERT INTO firm_tag (id) VALUES (" + id + ")"));
        rows(3, id -> {
            if (random.nextBoolean()) {
                sql.add("INSERT INTO firm_company_firm_tag (firm_company_id, firm_tag_id) VALUES (" + id + ", "
                        + (1 + random.nextInt(3)) + ")");
            }
        });
        rows(2, id -> sql.add("INSERT INTO firm_label (id) VALUES (" + id + ")"));
        rows(
                random.nextInt(2) * 2,
                id -> sql.add("INSERT INTO firm_company_firm_label (firm_company_id, firm_label_id)" + " VALUES ("
                        + (1 + random.nextInt(3)) + ", " + id + ")"));
        rows(
                random.nextInt(2) * 2,
                id -> sql.add("INSERT INTO firm_gadget (id, company_id) VALUES (" + id + ", " + one(random, 3) + ")"));
        rows(4, id -> sql.add("INSERT INTO firm_office (id, company_id) VALUES (" + id + ", " + one(random, 3) + ")"));
        rows(4, id -> sql.add("INSERT INTO firm_room (id, office_id) VALUES (" + id + ", " + one(random, 4) + ")"));
        rows(
                4,
                id -> sql.add("INSERT INTO firm_desk (id, office_id, room_id) VALUES (" + id + ", " + one(random, 4)
                        + ", " + one(random, 4) + ")"));
        for (String table : List.of("firm_client", "firm_contract", "firm_car")) {
            int most = table.equals("firm_contract") ? 4 : random.nextInt(3) == 0 ? 2 : 0;
            rows(
                    most,
                    id -> sql.add(
                            "INSERT INTO " + table + " (id, company_id) VALUES (" + id + ", " + one(random, 3) + ")"));
        }
        rows(
                5,
                id -> sql.add("INSERT INTO firm_note (id, company_id, answer_to) VALUES (" + id + ", " + one(random, 3)
                        + ", " + (id == 1 || random.nextInt(3) > 0 ? "NULL" : 1 + random.nextInt(id - 1)) + ")"));
        rows(4, id -> {
            boolean manager = id < 3;
            sql.add("INSERT INTO firm_worker (id, type, company_id) VALUES (" + id + ", '"
                    + (manager ? "manager" : "worker") + "', " + one(random, 3) + ")");
            if (manager) {
                sql.add("INSERT INTO firm_manager (id) VALUES (" + id + ")");
            }
        });
        rows(
                4,
                id -> sql.add("INSERT INTO firm_report (id, type, manager_id) VALUES (" + id + ", '"
                        + (id < 3 ? "secret" : "report") + "', " + one(random, 2) + ")"));
        rows(3, id -> sql.add("INSERT INTO firm_seal (id, report_id) VALUES (" + id + ", " + one(random, 2) + ")"));
        if (random.nextInt(3) == 0) {
            rows(
                    2,
                    id -> sql.add("INSERT INTO firm_lease (id, office_id, room_id) VALUES (" + id + ", "
                            + one(random, 4) + ", " + (random.nextBoolean() ? "NULL" : one(random, 4)) + ")"));
        }
        database.sql(sql.toArray(String[]::new));
    }

    private static void rows(int most, IntConsumer row) {
        for (int id = 1; id <= most; id++) {
            row.accept(id);
        }
    }

    private static String one(Random random, int most) {
        return random.nextInt(4) == 0 ? "NULL" : String.valueOf(1 + random.nextInt(most));
    }

    private static String some(Random random, int id) {
        return random.nextBoolean() ? "NULL" : String.valueOf(id);
    }

    private static Map<String, Map<Object, Map<String, String>>> contents(TestDatabase database) {
        Map<String, Map<Object, Map<String, String>>> contents = new LinkedHashMap<>();
        try (Connection connection = database.engine().connect()) {
            for (Table table : database.sessions().metadata().tables()) {
                Map<Object, Map<String, String>> rows = new LinkedHashMap<>();
                for (Row row : connection.list(Sql.selectFrom(Sql.table(table)))) {
                    List<Object> key = new ArrayList<>();
                    table.primaryKey().columns().forEach(column -> key.add(row.get(column.name())));
                    Map<String, String> values = new TreeMap<>();
                    for (Column<?> column : table.columns()) {
                        values.put(column.name(), String.valueOf(row.get(column.name())));
                    }
                    rows.put(key, values);
                }
                contents.put(table.name(), rows);
            }
            Map<Object, Map<String, String>> leases = new LinkedHashMap<>();
            for (List<@Nullable Object> row :
                    connection.list(Sql.sql("SELECT id, office_id, room_id FROM firm_lease"))) {
                leases.put(
                        row.get(0), Map.of("office", String.valueOf(row.get(1)), "room", String.valueOf(row.get(2))));
            }
            contents.put("firm_lease", leases);
        }
        database.statements().clear();
        return contents;
    }

    private static void compare(
            Map<String, Map<Object, Map<String, String>>> before,
            Map<String, Map<Object, Map<String, String>>> after,
            DeletePreview preview,
            List<String> wrong) {
        before.forEach((table, rows) -> {
            Map<Object, Map<String, String>> left = after.get(table);
            long nulled = left.entrySet().stream()
                    .filter(row -> !row.getValue().equals(rows.get(row.getKey())))
                    .count();
            if (rows.size() - left.size() != preview.total(table).deleted()) {
                wrong.add("deleted from " + table + ": " + (rows.size() - left.size()));
            }
            if (nulled != preview.total(table).setNull()) {
                wrong.add("set to NULL in " + table + ": " + nulled);
            }
        });
    }

    @Test
    void tellsTheSessionsActsFromTheDatabases() {
        TestDatabase database = database();
        try (Session session = database.open()) {
            database.sql(
                    "INSERT INTO firm_company (id) VALUES (1)",
                    "INSERT INTO firm_office (id, company_id) VALUES (1, 1)",
                    "INSERT INTO firm_room (id, office_id) VALUES (1, 1)",
                    "INSERT INTO firm_contract (id, company_id) VALUES (7, 1)",
                    "INSERT INTO firm_lease (id, office_id) VALUES (3, 1)");
            Firm.Company company = session.get(Firm.Company.class, 1);
            DeletePreview preview = session.previewDelete(company);
            assertThat(preview.verdict()).isEqualTo(DeleteVerdict.ALLOWED);
            assertThat(effect(preview, "firm_office").actor()).isEqualTo(DeleteActor.SESSION);
            assertThat(effect(preview, "firm_office").path()).isEqualTo("Company.offices");
            assertThat(effect(preview, "firm_room").actor()).isEqualTo(DeleteActor.DATABASE);
            assertThat(effect(preview, "firm_contract").action()).isEqualTo(DeleteAction.SET_NULL);
            assertThat(effect(preview, "firm_contract").actor()).isEqualTo(DeleteActor.SESSION);
            assertThat(effect(preview, "firm_lease").actor()).isEqualTo(DeleteActor.DATABASE);
            assertThat(effect(preview, "firm_lease").sampleKeys().toString()).isEqualTo("[[3]]");
            assertThat(preview.total("firm_office").byProgram()).isEqualTo(1);
            assertThat(preview.total("firm_room").byDatabase()).isEqualTo(1);
            assertThat(preview.notes()).isEmpty();
        } finally {
            close(database);
        }
    }

    @Test
    void neitherLoadsNorFlushesNorMarks() {
        TestDatabase database = database();
        try (Session session = database.open()) {
            database.sql(
                    "INSERT INTO firm_company (id) VALUES (1)",
                    "INSERT INTO firm_office (id, company_id) VALUES (1, 1)");
            Firm.Company company = session.get(Firm.Company.class, 1);
            Firm.Tag pending = new Firm.Tag();
            pending.id = 5;
            session.add(pending);
            DeletePreview preview = session.previewDelete(company);
            assertThat(session.added()).containsExactly(pending);
            assertThat(session.deleted()).isEmpty();
            assertThat(session.persistent()).containsExactly(company);
            assertThat(company.offices.isLoaded()).isFalse();
            assertThat(database.statements().all())
                    .noneMatch(sql -> sql.matches("(?s)(INSERT|UPDATE|DELETE|.*FOR UPDATE).*"));
            assertThat(preview.notes())
                    .containsExactly(
                            "the session has changes that are not flushed; the preview is of the database without them");
        } finally {
            close(database);
        }
    }

    @Test
    void leavesOutSensitiveKeys() {
        TestDatabase database = database();
        try (Session session = database.open()) {
            database.sql(
                    "INSERT INTO firm_report (id, type) VALUES (1, 'secret')",
                    "INSERT INTO firm_seal (id, report_id) VALUES (4711, 1)");
            DeletePreview preview = session.previewDelete(session.get(Firm.Report.class, 1));
            assertThat(effect(preview, "firm_seal").sampleKeys()).containsExactly(List.of(Redacted.VALUE));
            assertThat(preview.toText() + preview.toJson() + preview.toMermaid())
                    .doesNotContain("4711");
        } finally {
            close(database);
        }
    }

    @Test
    void refusesWhatHasNoRow() {
        TestDatabase database = database();
        try (Session session = database.open()) {
            assertThatThrownBy(() -> session.previewDelete(new Firm.Tag()))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("a new Tag has no row whose delete could be previewed");
            assertThatThrownBy(session::previewDelete)
                    .isInstanceOf(UsageException.class)
                    .hasMessage("a preview needs at least one object");
        } finally {
            close(database);
        }
    }

    private static DeleteEffect effect(DeletePreview preview, String table) {
        List<DeleteEffect> found = new ArrayList<>();
        preview.effects().forEach(effect -> collect(effect, table, found));
        assertThat(found).as("%s in\n%s", table, preview).isNotEmpty();
        return found.get(0);
    }

    private static void collect(DeleteEffect effect, String table, List<DeleteEffect> found) {
        if (effect.table().equals(table)) {
            found.add(effect);
        }
        effect.effects().forEach(child -> collect(child, table, found));
    }
}
