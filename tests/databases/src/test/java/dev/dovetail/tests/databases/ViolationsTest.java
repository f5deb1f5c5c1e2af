package dev.dovetail.tests.databases;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.CheckViolationException;
import dev.dovetail.DataException;
import dev.dovetail.DatabaseException;
import dev.dovetail.ExclusionViolationException;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.IntegrityException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.ProgrammingException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.ConnectionWork;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.tests.servers.Servers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every kind of violation on every database: the whole message against its golden file, and the data behind it. */
class ViolationsTest {

    private static final Table USERS = Table.of(
            "users",
            column("id", INTEGER).primaryKey(),
            column("email", VARCHAR(40)).notNull().unique(),
            column("age", INTEGER),
            check("ck_users_age", "age >= 0"));
    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());
    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).notNull().references("parent", "id"));
    private static final Table TOY = Table.of(
            "toy",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("parent", "id"));
    private static final Table BRANCH = Table.of(
            "branch",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("parent", "id", CASCADE));
    private static final Table LEAF = Table.of(
            "leaf",
            column("id", INTEGER).primaryKey(),
            column("branch_id", INTEGER).references("branch", "id"));
    private static final Table LINE = Table.of(
            "line",
            column("order_id", INTEGER),
            column("number", INTEGER),
            column("shelf", VARCHAR(10)),
            column("place", INTEGER),
            primaryKey("order_id", "number"),
            unique("shelf", "place"));
    private static final Table ALLOCATION = Table.of(
            "allocation",
            column("id", INTEGER).primaryKey(),
            column("order_id", INTEGER),
            column("line_number", INTEGER),
            foreignKey("order_id", "line_number").references("line", "order_id", "number"));
    private static final MetaData TABLES = MetaData.of(USERS, PARENT, CHILD, TOY, BRANCH, LEAF, LINE, ALLOCATION);

    private static Insert row(Table table, Object... values) {
        return insertInto(table)
                .columns(table.columns().subList(0, values.length).toArray(dev.dovetail.schema.Column<?>[]::new))
                .values(values);
    }

    private static Delete delete(Table table, int id) {
        return deleteFrom(table).where(table(table).col("id", Integer.class).eq(id));
    }

    /** The database with all tables, and rows committed. */
    private static Engine engine(Database database, Statement... rows) {
        assumeThat(database.hasOneConnection()).as("same as in a file").isFalse();
        Engine engine = database.engine(settings -> settings.metaData(TABLES));
        TABLES.createAll(engine);
        engine.transaction(connection -> List.of(rows).forEach(connection::execute));
        return engine;
    }

    private static <E extends DatabaseException> E fails(
            Engine engine, Class<E> type, ConnectionWork<RuntimeException> work) {
        try (Connection connection = engine.connect()) {
            return catchThrowableOfType(type, () -> work.run(connection));
        }
    }

    private static <E extends DatabaseException> E fails(Engine engine, Class<E> type, Statement statement) {
        return fails(engine, type, connection -> connection.execute(statement));
    }

    private static void golden(Database database, String name, Throwable error) {
        assertThat(error).isNotNull();
        // Through MySQL's driver, MariaDB says the same.
        boolean onMariaDb = database.name().equals("mysql") && Servers.mysqlIsMariaDb();
        Golden.assertText((onMariaDb ? "mariadb" : database.name()) + "/" + name + ".txt", error.toString());
    }

    private static void assertBroken(IntegrityException error, String constraint, String table, Map<String, ?> values) {
        assertThat(error.constraint()).isEqualTo(constraint);
        assertThat(error.table()).isEqualTo(table);
        assertThat(error.columns()).containsExactlyElementsOf(values.keySet());
        assertThat(error.values()).isEqualTo(values);
    }

    @EveryDatabase
    void aValueGivenTwice(Database database) {
        Engine engine = engine(database, row(USERS, 1, "a@example.org", 30));
        UniqueViolationException error =
                fails(engine, UniqueViolationException.class, row(USERS, 2, "a@example.org", 4));
        golden(database, "unique", error);
        assertBroken(error, "uq_users_email", "users", Map.of("email", "a@example.org"));
        assertThat(error.code()).isEqualTo("DVT-23-UNIQUE");
    }

    @EveryDatabase
    void anUpdateToATakenValue(Database database) {
        Engine engine = engine(database, row(LINE, 1, 1, "A", 1), row(LINE, 1, 2, "A", 2));
        Statement statement = update(LINE)
                .set(LINE.column("shelf", String.class), "A")
                .set(LINE.column("place", Integer.class), 1)
                .where(table(LINE).col("number", Integer.class).eq(2));
        UniqueViolationException error = fails(engine, UniqueViolationException.class, statement);
        golden(database, "unique-composite-update", error);
        assertThat(error.constraint()).isEqualTo("uq_line_shelf_place");
        assertThat(error.values()).isEqualTo(Map.of("shelf", "A", "place", 1));
    }

    @EveryDatabase
    void aPrimaryKeyGivenTwice(Database database) {
        Engine engine = engine(database, row(PARENT, 1));
        UniqueViolationException error = fails(engine, UniqueViolationException.class, row(PARENT, 1));
        golden(database, "primary-key", error);
        assertBroken(error, "pk_parent", "parent", Map.of("id", 1));
        assertThat(error.isPrimaryKey()).isTrue();
    }

    @EveryDatabase
    void oneOfSeveralRowsIsTheOne(Database database) {
        Engine engine = engine(database, row(USERS, 1, "a@example.org", 30));
        Insert insert = insertInto(USERS)
                .columns(USERS.column("id"), USERS.column("email"))
                .values(2, "b@example.org")
                .values(3, "a@example.org")
                .values(4, "c@example.org");
        UniqueViolationException error = fails(engine, UniqueViolationException.class, insert);
        golden(database, "unique-several-rows", error);
        assertThat(error.values()).isEqualTo(Map.of("email", "a@example.org"));
    }

    @EveryDatabase
    void oneOfABatchIsTheOne(Database database) {
        Engine engine = engine(database, row(USERS, 1, "a@example.org", 30));
        Insert insert = insertInto(USERS)
                .set(USERS.column("id", Integer.class), parameter(0, INTEGER))
                .set(USERS.column("email", String.class), parameter(1, VARCHAR(40)));
        List<Object[]> rows = List.of(
                new Object[] {2, "b@example.org"}, new Object[] {3, "a@example.org"}, new Object[] {4, "c@example.org"
                });
        UniqueViolationException error = fails(
                engine,
                UniqueViolationException.class,
                connection -> connection.executeBatch(insert, rows, StatementOrigin.none()));
        golden(database, "unique-batch", error);
        assertThat(error.rowIndex()).isEqualTo(1);
        assertThat(error.values()).isEqualTo(Map.of("email", "a@example.org"));
    }

    @EveryDatabase
    void noParent(Database database) {
        Engine engine = engine(database);
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, row(CHILD, 1, 99));
        golden(database, "missing-parent", error);
        assertBroken(error, "fk_child_parent_id", "child", Map.of("parent_id", 99));
        assertThat(error.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(error.referencedTable()).isEqualTo("parent");
        assertThat(error.referencedColumns()).containsExactly("id");
    }

    @EveryDatabase
    void noParentForAnUpdate(Database database) {
        Engine engine = engine(database, row(PARENT, 1), row(CHILD, 1, 1));
        Statement statement = update(CHILD)
                .set(CHILD.column("parent_id", Integer.class), 99)
                .where(table(CHILD).col("id", Integer.class).eq(1));
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, statement);
        golden(database, "missing-parent-update", error);
        assertBroken(error, "fk_child_parent_id", "child", Map.of("parent_id", 99));
    }

    @EveryDatabase
    void noParentForACompositeKey(Database database) {
        Engine engine = engine(database);
        ForeignKeyViolationException error =
                fails(engine, ForeignKeyViolationException.class, row(ALLOCATION, 1, 10, 9));
        golden(database, "missing-parent-composite", error);
        assertThat(error.columns()).containsExactly("order_id", "line_number");
        assertThat(error.values()).isEqualTo(Map.of("order_id", 10, "line_number", 9));
        assertThat(error.referencedColumns()).containsExactly("order_id", "number");
    }

    @EveryDatabase
    void oneOfSeveralRowsHasNoParent(Database database) {
        Engine engine = engine(database, row(PARENT, 1));
        Insert insert = insertInto(CHILD)
                .columns(CHILD.column("id"), CHILD.column("parent_id"))
                .values(1, 1)
                .values(2, 98);
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, insert);
        assertBroken(error, "fk_child_parent_id", "child", Map.of("parent_id", 98));
    }

    @EveryDatabase
    void stillReferenced(Database database) {
        Engine engine =
                engine(database, row(PARENT, 1), row(PARENT, 2), row(CHILD, 10, 1), row(CHILD, 11, 1), row(TOY, 5, 1));
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, delete(PARENT, 1));
        golden(database, "still-referenced", error);
        assertThat(error.code()).isEqualTo("DVT-23-FK-CHILD");
        assertThat(error.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
        assertThat(error.table()).isIn("child", "toy");
        assertThat(error.constraint()).isEqualTo("fk_" + error.table() + "_parent_id");
        assertThat(error.referencedTable()).isEqualTo("parent");
        assertThat(error.values()).isEqualTo(Map.of("parent_id", 1));
    }

    @EveryDatabase
    void aKeyThatIsReferredToChanges(Database database) {
        Engine engine = engine(database, row(PARENT, 1), row(CHILD, 10, 1));
        Statement statement = update(PARENT)
                .set(PARENT.column("id", Integer.class), 2)
                .where(table(PARENT).col("id", Integer.class).eq(1));
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, statement);
        golden(database, "still-referenced-update", error);
        assertBroken(error, "fk_child_parent_id", "child", Map.of("parent_id", 1));
        assertThat(error.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
    }

    @EveryDatabase
    void aCascadeThatIsBlockedFurtherDown(Database database) {
        Engine engine = engine(database, row(PARENT, 1), row(BRANCH, 2, 1), row(LEAF, 3, 2));
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, delete(PARENT, 1));
        golden(database, "still-referenced-cascade", error);
        assertBroken(error, "fk_leaf_branch_id", "leaf", Map.of("branch_id", 2));
        assertThat(error.referencedTable()).isEqualTo("branch");
        assertThat(error.facts().statement().table()).isEqualTo("parent");
    }

    @EveryDatabase
    void aTableThatTheProgramDoesNotKnow(Database database) {
        Engine engine = engine(database, row(PARENT, 1));
        engine.transaction(connection -> {
            connection.execute(sql("CREATE TABLE stranger (id INTEGER PRIMARY KEY, who INTEGER,"
                    + " CONSTRAINT fk_stranger FOREIGN KEY (who) REFERENCES parent (id))"));
            connection.execute(sql("INSERT INTO stranger VALUES (7, 1)"));
        });
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, delete(PARENT, 1));
        golden(database, "still-referenced-unknown-table", error);
        assertThat(error.table()).isEqualTo("stranger");
        assertThat(error.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
        ForeignKeyViolationException missing =
                fails(engine, ForeignKeyViolationException.class, sql("INSERT INTO stranger VALUES (8, 99)"));
        golden(database, "missing-parent-raw", missing);
        assertThat(missing.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(missing.table()).isEqualTo("stranger");
    }

    @EveryDatabase
    void noValue(Database database) {
        Engine engine = engine(database);
        NotNullViolationException error = fails(engine, NotNullViolationException.class, row(USERS, 1, null, 4));
        golden(database, "not-null", error);
        assertThat(error.table()).isEqualTo("users");
        assertThat(error.columns()).containsExactly("email");
        NotNullViolationException omitted = fails(
                engine,
                NotNullViolationException.class,
                insertInto(USERS).columns(USERS.column("id")).values(1));
        golden(database, "not-null-omitted", omitted);
        assertThat(omitted.table()).isEqualTo("users");
        assertThat(omitted.columns()).containsExactly("email");
    }

    @EveryDatabase
    void aConditionNotMet(Database database) {
        Engine engine = engine(database);
        CheckViolationException error =
                fails(engine, CheckViolationException.class, row(USERS, 1, "a@example.org", -1));
        golden(database, "check", error);
        assertBroken(error, "ck_users_age", "users", Map.of("age", -1));
        assertThat(error.facts().constraint().definition()).isEqualTo("age >= 0");
    }

    @EveryDatabase
    void aConditionOfATableThatTheProgramDoesNotKnow(Database database) {
        Engine engine = engine(database);
        engine.transaction(
                connection -> connection.execute(sql("CREATE TABLE odd (n INTEGER, CONSTRAINT ck_odd CHECK (n > 0))")));
        CheckViolationException error =
                fails(engine, CheckViolationException.class, sql("INSERT INTO odd VALUES (-1)"));
        golden(database, "check-unknown-table", error);
        assertThat(error.constraint()).isEqualTo("ck_odd");
        assertThat(error.table()).isEqualTo("odd");
    }

    @EveryDatabase
    void aTextThatIsTooLong(Database database) {
        assumeThat(database.name()).as("SQLite takes text of any length").isNotEqualTo("sqlite");
        Engine engine = engine(database);
        engine.transaction(connection ->
                connection.execute(sql("CREATE TABLE narrow (id INTEGER PRIMARY KEY, name VARCHAR(5), n SMALLINT)")));
        Table wide = Table.of(
                "narrow", column("id", INTEGER).primaryKey(), column("name", VARCHAR(40)), column("n", INTEGER));
        DataException error = fails(engine, DataException.class, row(wide, 1, "far too long", 1));
        golden(database, "data-too-long", error);
        DataException outOfRange = fails(engine, DataException.class, row(wide, 1, "fits", 70_000));
        golden(database, "data-out-of-range", outOfRange);
        assertThat(error.facts().constraint().table()).isEqualTo("narrow");
        assertThat(error.facts().constraint().columns()).containsExactly("name");
        assertThat(error.facts().constraint().values()).isEqualTo(Map.of("name", "far too long"));
        assertThat(outOfRange.facts().constraint().columns()).containsExactly("n");
        assertThat(outOfRange.facts().constraint().values()).isEqualTo(Map.of("n", 70_000));
    }

    @EveryDatabase
    void anExclusion(Database database) {
        assumeThat(database.name()).isEqualTo("postgresql");
        Engine engine = engine(database);
        engine.transaction(connection -> connection.execute(sql(
                "CREATE TABLE booking (room INTEGER," + " CONSTRAINT ex_booking EXCLUDE USING btree (room WITH =))")));
        Table booking = Table.of("booking", column("room", INTEGER));
        ExclusionViolationException error = fails(engine, ExclusionViolationException.class, connection -> {
            connection.execute(row(booking, 7));
            connection.execute(row(booking, 7));
        });
        golden(database, "exclusion", error);
        assertThat(error.constraint()).isEqualTo("ex_booking");
        assertThat(error.columns()).containsExactly("room");
        assertThat(error.values()).isEqualTo(Map.of("room", 7));
    }

    @EveryDatabase
    void aStatementThatIsWrong(Database database) {
        Engine engine = engine(database);
        golden(database, "wrong-statement", fails(engine, ProgrammingException.class, sql("SELEC 1")));
    }

    /** Nothing that was a value may be read in any message, whoever wrote it. */
    @EveryDatabase
    void allValuesCanBeLeftOut(Database database) {
        engine(database, row(USERS, 4711, "secret@example.org", 30), row(PARENT, 4712), row(CHILD, 1, 4712));
        List<StatementEvent> events = new ArrayList<>();
        Engine discreet = database.engine(
                settings -> settings.metaData(TABLES).redaction(Redaction.ALL).listener(new StatementListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        events.add(event);
                    }

                    @Override
                    public void onLookup(StatementEvent event) {
                        events.add(event);
                    }
                }));
        discreet.transaction(connection ->
                connection.execute(sql("CREATE TABLE narrow (id INTEGER PRIMARY KEY, name VARCHAR(5), n SMALLINT)")));
        Table wide = Table.of(
                "narrow", column("id", INTEGER).primaryKey(), column("name", VARCHAR(40)), column("n", INTEGER));
        List<Statement> refused = List.of(
                row(USERS, 4713, "secret@example.org", 4714),
                row(USERS, 4711, "other-secret@example.org", 4714),
                row(USERS, 4713, null, 4714),
                row(USERS, 4713, "other-secret@example.org", -4714),
                row(CHILD, 4713, 4799),
                delete(PARENT, 4712),
                row(wide, 4713, "other-secret@example.org", 1),
                row(wide, 4713, "x", 47_114_711),
                sql("UPDATE users SET age = -age"),
                sql("UPDATE users SET email = NULL"),
                sql("INSERT INTO users SELECT id + 1, email, age FROM users"),
                sql("INSERT INTO narrow (id, name) SELECT 1, email FROM users"));
        for (Statement statement : refused) {
            try (Connection connection = discreet.connect()) {
                DatabaseException error =
                        catchThrowableOfType(DatabaseException.class, () -> connection.execute(statement));
                if (error != null) {
                    assertThat(error.toString()).doesNotContain("secret").doesNotContain("47");
                    assertThat(String.valueOf(error.facts().detail())).isEqualTo("null");
                    assertThat(error.facts().toString())
                            .doesNotContain("secret")
                            .doesNotContain("47");
                    assertThat(printed(error)).doesNotContain("secret").doesNotContain("(47");
                }
            }
        }
        for (StatementEvent event : events) {
            assertThat(event.parameters().toString()).doesNotContain("secret").doesNotContain("47");
            assertThat(event.error() == null ? "" : printed(event.error()))
                    .doesNotContain("secret")
                    .doesNotContain("(47");
        }
        assertThat(events).filteredOn(event -> event.error() != null).hasSizeGreaterThan(3);
    }

    /** A statement without values meets those that are stored. */
    @EveryDatabase
    void storedValuesCanBeLeftOutOfTheErrorsOfDdl(Database database) {
        Table mail = Table.of("mail", column("id", INTEGER).primaryKey(), column("address", VARCHAR(40)));
        engine(database, row(PARENT, 1));
        database.create(mail);
        Engine discreet = database.engine(settings -> settings.redaction(Redaction.ALL));
        discreet.transaction(connection -> {
            connection.execute(row(mail, 1, "secret@example.org"));
            connection.execute(row(mail, 2, "secret@example.org"));
        });
        DatabaseException error = catchThrowableOfType(
                DatabaseException.class,
                () -> discreet.transaction(
                        connection -> connection.execute(sql("CREATE UNIQUE INDEX one_mail ON mail (address)"))));
        assertThat(printed(error)).doesNotContain("secret");
    }

    private static String printed(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Whose values are sensitive; the others may be shown. */
    private record Sensitive(String column) implements StatementOrigin {
        @Override
        public String describe(int row) {
            return null;
        }

        @Override
        public Object entity(int row) {
            return null;
        }

        @Override
        public String entityName() {
            return null;
        }

        @Override
        public String attribute(String name) {
            return null;
        }

        @Override
        public List<String> causes(int row) {
            return List.of();
        }

        @Override
        public MetaData metadata() {
            return TABLES;
        }

        @Override
        public boolean sensitive(String name) {
            return name.equals(column);
        }
    }

    /** The drivers' own words hold them, and are left out where something is hidden. */
    @EveryDatabase
    void sensitiveValuesAreLeftOut(Database database) {
        Engine engine = engine(database, row(USERS, 1, "secret@example.org", 30));
        engine.transaction(connection ->
                connection.execute(sql("CREATE TABLE narrow (id INTEGER PRIMARY KEY, name VARCHAR(5), n SMALLINT)")));
        Table wide = Table.of(
                "narrow", column("id", INTEGER).primaryKey(), column("name", VARCHAR(40)), column("n", INTEGER));
        Map<Statement, String> refused = Map.of(
                row(USERS, 2, "secret@example.org", 4), "email",
                row(USERS, 2, "other-secret@example.org", -4), "email",
                row(wide, 2, "secret too long", 1), "name");
        refused.forEach((statement, sensitive) -> {
            try (Connection connection = engine.connect()) {
                DatabaseException error = catchThrowableOfType(
                        DatabaseException.class,
                        () -> connection.execute(statement, new Object[0], new Sensitive(sensitive)));
                if (error != null) {
                    assertThat(printed(error)).doesNotContain("secret");
                    assertThat(error.facts().toString()).doesNotContain("secret");
                }
            }
        });
    }
}
