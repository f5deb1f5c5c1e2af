package dev.dovetail.integrity;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.ReferentialAction.RESTRICT;
import static dev.dovetail.schema.ReferentialAction.SET_NULL;
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
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.CheckViolationException;
import dev.dovetail.DatabaseException;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.IntegrityException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.ProgrammingException;
import dev.dovetail.Redacted;
import dev.dovetail.ReferencingRows;
import dev.dovetail.SchemaMismatchException;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of violation on SQLite: the whole message against its golden file, and the data behind it. */
class SqliteViolationTest {

    private static final Table BELONG =
            Table.of("belong", column("id", INTEGER).primaryKey().generated(), column("name", TEXT));
    private static final Table PAGE = Table.of(
            "page",
            column("id", INTEGER).primaryKey().generated(),
            column("title", VARCHAR(200)),
            column("belong_id", INTEGER).references("belong", "id"),
            column("created_at", TIMESTAMP));
    private static final Table USERS = Table.of(
            "users",
            column("id", INTEGER).primaryKey().generated(),
            column("email", TEXT).notNull().unique(),
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
            column("parent_id", INTEGER).references("parent", "id", RESTRICT));
    private static final Table BRANCH = Table.of(
            "branch",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("parent", "id", CASCADE));
    private static final Table LEAF = Table.of(
            "leaf",
            column("id", INTEGER).primaryKey(),
            column("branch_id", INTEGER).references("branch", "id"));
    private static final Table STRAY = Table.of(
            "stray",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).notNull().references("parent", "id", SET_NULL));
    private static final Table NODE = Table.of(
            "node",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("node", "id"));
    private static final Table LINE = Table.of(
            "line",
            column("order_id", INTEGER),
            column("number", INTEGER),
            column("shelf", TEXT),
            column("place", INTEGER),
            primaryKey("order_id", "number"),
            unique("shelf", "place"));
    private static final Table ALLOCATION = Table.of(
            "allocation",
            column("id", INTEGER).primaryKey(),
            column("order_id", INTEGER),
            column("line_number", INTEGER),
            foreignKey("order_id", "line_number").references("line", "order_id", "number"));
    private static final Table LATER = Table.of(
            "later",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER),
            foreignKey("parent_id").references("parent", "id").deferrable(true));
    private static final MetaData TABLES =
            MetaData.of(BELONG, PAGE, USERS, PARENT, CHILD, TOY, BRANCH, LEAF, STRAY, NODE, LINE, ALLOCATION, LATER);

    private final List<String> lookups = new ArrayList<>();
    private Engine engine;
    private Connection connection;

    @BeforeEach
    void open() {
        engine = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .metaData(TABLES)
                .listener(new StatementListener() {
                    @Override
                    public void onLookup(StatementEvent event) {
                        lookups.add(event.sql());
                    }
                })
                .build();
        TABLES.createAll(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    private <E extends DatabaseException> E fails(Class<E> type, Statement statement) {
        return catchThrowableOfType(type, () -> connection.execute(statement));
    }

    private static void golden(String name, Throwable error) {
        assertThat(error).isNotNull();
        Golden.assertText("sqlite/" + name + ".txt", error.toString());
    }

    private static Insert row(Table table, Object... values) {
        return insertInto(table)
                .columns(table.columns().subList(0, values.length).toArray(dev.dovetail.schema.Column<?>[]::new))
                .values(values);
    }

    private static dev.dovetail.sql.Delete delete(Table table, int id) {
        return deleteFrom(table).where(table(table).col("id", Integer.class).eq(id));
    }

    private void load(Insert... rows) {
        for (Insert row : rows) {
            connection.execute(row);
        }
    }

    @Test
    void missingParentOfAnEntity() {
        Insert insert = insertInto(PAGE)
                .set(PAGE.column("title", String.class), parameter(0, TEXT))
                .set(PAGE.column("belong_id", Integer.class), parameter(1, INTEGER))
                .set(PAGE.column("created_at", LocalDateTime.class), parameter(2, TIMESTAMP));
        Object page = "Page{id=null, title='test', belongId=7}";
        StatementOrigin origin = new NamedOrigin(
                List.of(page),
                "inserting",
                "Page",
                Map.of("belong", "Belong", "page", "Page"),
                Map.of("belong_id", "belongId"),
                List.of(),
                "",
                TABLES);
        Object[] values = {"test", 7, LocalDateTime.of(2019, 1, 2, 6, 16, 56)};

        ForeignKeyViolationException error = catchThrowableOfType(
                ForeignKeyViolationException.class, () -> connection.execute(insert, values, origin));

        golden("missing-parent-entity", error);
        assertThat(error.code()).isEqualTo("DVT-23-FK-PARENT");
        assertThat(error.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(error.constraint()).isEqualTo("fk_page_belong_id");
        assertThat(error.table()).isEqualTo("page");
        assertThat(error.columns()).containsExactly("belong_id");
        assertThat(error.values()).isEqualTo(Map.of("belong_id", 7));
        assertThat(error.attributes()).containsExactly("belongId");
        assertThat(error.referencedTable()).isEqualTo("belong");
        assertThat(error.referencedColumns()).containsExactly("id");
        assertThat(error.entity()).isSameAs(page);
        assertThat(error.rowIndex()).isZero();
        assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
        assertThat(error.retryable()).isFalse();
        assertThat(error.vendorCode()).isEqualTo(19);
        assertThat(error.facts().constraint().source(Fact.CONSTRAINT)).isEqualTo(FactSource.MODEL);
        assertThat(error.facts().constraint().source(Fact.VALUES)).isEqualTo(FactSource.PARAMETERS);
        assertThat(error.facts().constraint().source(Fact.SIDE)).isEqualTo(FactSource.PROBE);
        assertThat(error.getCause()).isInstanceOf(java.sql.SQLException.class);
        assertThat(error.getCause().getSuppressed()).isEmpty();
    }

    @Test
    void missingParentOfAPlainRow() {
        golden("missing-parent", fails(ForeignKeyViolationException.class, row(CHILD, 1, 99)));
    }

    @Test
    void missingParentOfACompositeKey() {
        golden("missing-parent-composite", fails(ForeignKeyViolationException.class, row(ALLOCATION, 1, 10, 9)));
    }

    @Test
    void missingParentOfAnUpdate() {
        load(row(PARENT, 1), row(CHILD, 1, 1));
        Statement statement = update(CHILD)
                .set(CHILD.column("parent_id", Integer.class), 99)
                .where(table(CHILD).col("id", Integer.class).eq(1));
        golden("missing-parent-update", fails(ForeignKeyViolationException.class, statement));
    }

    @Test
    void missingParentComputedByTheDatabase() {
        load(row(PARENT, 1), row(CHILD, 1, 1));
        Statement statement =
                update(CHILD).set(CHILD.column("parent_id", Integer.class), sql("parent_id + 5", INTEGER));
        golden("missing-parent-computed", fails(ForeignKeyViolationException.class, statement));
        assertThat(connection.list(sql("SELECT parent_id FROM child"))).containsExactly(List.of(1));
    }

    @Test
    void missingParentOfRawSql() {
        ForeignKeyViolationException error =
                fails(ForeignKeyViolationException.class, sql("INSERT INTO child VALUES (1, 99)"));
        golden("missing-parent-raw", error);
        assertThat(error.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
    }

    @Test
    void aRowMayReferToItself() {
        load(row(NODE, 1, 1));
        golden("missing-parent-self", fails(ForeignKeyViolationException.class, row(NODE, 2, 3)));
    }

    @Test
    void stillReferencedByTwoTables() {
        load(row(PARENT, 1), row(CHILD, 10, 1), row(CHILD, 11, 1), row(TOY, 5, 1));
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(PARENT, 1));
        golden("still-referenced", error);
        assertThat(error.code()).isEqualTo("DVT-23-FK-CHILD");
        assertThat(error.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
        assertThat(error.table()).isEqualTo("child");
        assertThat(error.referencedTable()).isEqualTo("parent");
        assertThat(error.values()).isEqualTo(Map.of("parent_id", 1));
        assertThat(error.referencing())
                .containsExactly(
                        new ReferencingRows(
                                "child",
                                List.of("parent_id"),
                                "fk_child_parent_id",
                                2,
                                false,
                                List.of(List.of(10), List.of(11))),
                        new ReferencingRows(
                                "toy", List.of("parent_id"), "fk_toy_parent_id", 1, false, List.of(List.of(5))));
    }

    @Test
    void stillReferencedByAnEntityInACascade() {
        load(row(PARENT, 1), row(CHILD, 10, 1));
        StatementOrigin origin = new NamedOrigin(
                List.of("Parent{id=1}"),
                "deleting",
                "Parent",
                Map.of("parent", "Parent", "child", "Child"),
                Map.of(),
                List.of("cascade of Grandparent.children", "Session.delete"),
                "",
                TABLES);
        golden(
                "still-referenced-entity",
                catchThrowableOfType(
                        ForeignKeyViolationException.class,
                        () -> connection.execute(delete(PARENT, 1), new Object[0], origin)));
    }

    @Test
    void stillReferencedByMoreThanAreShown() {
        load(row(PARENT, 1));
        for (int id = 1; id <= 9; id++) {
            load(row(CHILD, id, 1));
        }
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(PARENT, 1));
        golden("still-referenced-many", error);
        assertThat(error.referencing().get(0).more()).isTrue();
    }

    @Test
    void deletingSeveralParentsCountsTheChildrenOfOne() {
        load(row(PARENT, 1), row(PARENT, 2), row(CHILD, 1, 1), row(CHILD, 2, 2), row(CHILD, 3, 1));
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, deleteFrom(PARENT));
        assertThat(error.values()).isEqualTo(Map.of("parent_id", 1));
        assertThat(error.referencing().get(0).sampleKeys()).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void changingAKeyThatIsReferredTo() {
        load(row(PARENT, 1), row(CHILD, 10, 1));
        Statement statement = update(PARENT)
                .set(PARENT.column("id", Integer.class), 2)
                .where(table(PARENT).col("id", Integer.class).eq(1));
        golden("still-referenced-update", fails(ForeignKeyViolationException.class, statement));
    }

    @Test
    void aCascadeThatIsBlockedFurtherDown() {
        load(row(PARENT, 1), row(BRANCH, 2, 1), row(LEAF, 3, 2));
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(PARENT, 1));
        golden("still-referenced-cascade", error);
        assertThat(error.table()).isEqualTo("leaf");
        assertThat(error.referencedTable()).isEqualTo("branch");
        assertThat(error.facts().statement().table()).isEqualTo("parent");
    }

    @Test
    void rowsThatGoTooAreInNobodysWay() {
        load(row(NODE, 1, null), row(NODE, 2, 1), row(NODE, 3, 2));
        Statement statement =
                deleteFrom(NODE).where(table(NODE).col("id", Integer.class).in(1, 2));
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, statement);
        golden("still-referenced-self", error);
        assertThat(error.referencing().get(0).sampleKeys()).containsExactly(List.of(3));
    }

    @Test
    void stillReferencedByATableThatTheProgramDoesNotKnow() {
        connection.execute(sql("CREATE TABLE \"Odd table\" (k INTEGER PRIMARY KEY, p INTEGER REFERENCES parent)"));
        load(row(PARENT, 1));
        connection.execute(sql("INSERT INTO \"Odd table\" VALUES (4, 1)"));
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(PARENT, 1));
        golden("still-referenced-unknown-table", error);
        assertThat(error.facts().constraint().source(Fact.COLUMNS)).isEqualTo(FactSource.CATALOG);
    }

    @Test
    void valueGivenTwice() {
        load(row(USERS, 3, "a@example.org", 30));
        UniqueViolationException error = fails(UniqueViolationException.class, row(USERS, 4, "a@example.org", 31));
        golden("unique", error);
        assertThat(error.constraint()).isEqualTo("uq_users_email");
        assertThat(error.existingRow()).isEqualTo(Map.of("id", 3));
        assertThat(error.isPrimaryKey()).isFalse();
    }

    @Test
    void uniqueWithOneColumnOfTwoInAnUpdate() {
        load(row(LINE, 1, 1, "A", 1), row(LINE, 1, 2, "A", 2));
        Statement statement = update(LINE)
                .set(LINE.column("place", Integer.class), 1)
                .where(table(LINE).col("number", Integer.class).eq(2));
        UniqueViolationException error = fails(UniqueViolationException.class, statement);
        golden("unique-composite-update", error);
        assertThat(error.values()).containsExactly(Map.entry("shelf", "A"), Map.entry("place", 1));
    }

    @Test
    void primaryKeyTwice() {
        load(row(PARENT, 1));
        UniqueViolationException error = fails(UniqueViolationException.class, row(PARENT, 1));
        golden("primary-key", error);
        assertThat(error.isPrimaryKey()).isTrue();
    }

    @Test
    void uniqueOfRawSql() {
        load(row(USERS, 3, "a@example.org", 30));
        UniqueViolationException error =
                fails(UniqueViolationException.class, sql("INSERT INTO users (email) VALUES ('a@example.org')"));
        golden("unique-raw", error);
        assertThat(error.values()).isEqualTo(Map.of("email", "a@example.org"));
        assertThat(error.existingRow()).isEqualTo(Map.of("id", 3));
    }

    @Test
    void notNull() {
        NotNullViolationException error = fails(NotNullViolationException.class, row(USERS, 1, null, 1));
        golden("not-null", error);
        assertThat(error.table()).isEqualTo("users");
        assertThat(error.columns()).containsExactly("email");
    }

    @Test
    void notNullOfAColumnLeftOut() {
        golden(
                "not-null-omitted",
                fails(NotNullViolationException.class, insertInto(USERS).set(USERS.column("age", Integer.class), 1)));
    }

    @Test
    void notNullOfAForeignKeyTakenAway() {
        load(row(PARENT, 1), row(CHILD, 1, 1));
        Statement statement = update(CHILD).set(CHILD.column("parent_id", Integer.class), (Integer) null);
        golden("not-null-foreign-key", fails(NotNullViolationException.class, statement));
    }

    @Test
    void notNullBySetNull() {
        load(row(PARENT, 1), row(STRAY, 1, 1));
        NotNullViolationException error = fails(NotNullViolationException.class, delete(PARENT, 1));
        golden("not-null-set-null", error);
        assertThat(error.table()).isEqualTo("stray");
        assertThat(error.facts().statement().table()).isEqualTo("parent");
    }

    @Test
    void conditionNotMet() {
        CheckViolationException error = fails(CheckViolationException.class, row(USERS, 1, "a@example.org", -1));
        golden("check", error);
        assertThat(error.constraint()).isEqualTo("ck_users_age");
        assertThat(error.facts().constraint().definition()).isEqualTo("age >= 0");
        assertThat(error.values()).isEqualTo(Map.of("age", -1));
    }

    @Test
    void checkWithoutAName() {
        connection.execute(sql("CREATE TABLE anonymous (b INTEGER CHECK (b > 0))"));
        golden(
                "check-anonymous",
                fails(
                        CheckViolationException.class,
                        sql("INSERT INTO anonymous VALUES (:b)").bind("b", -1)));
    }

    @Test
    void theFailingRowOfABatch() {
        load(row(USERS, 3, "a@example.org", 30));
        Insert insert = insertInto(USERS).set(USERS.column("email", String.class), parameter(0, TEXT));
        List<Object[]> rows =
                List.of(new Object[] {"b@example.org"}, new Object[] {"a@example.org"}, new Object[] {"c@example.org"});
        StatementOrigin origin = new NamedOrigin(
                List.of("User{b}", "User{a}", "User{c}"),
                "inserting",
                "User",
                Map.of("users", "User"),
                Map.of("email", "email"),
                List.of(),
                "",
                TABLES);
        UniqueViolationException error = catchThrowableOfType(
                UniqueViolationException.class, () -> connection.executeBatch(insert, rows, origin));
        golden("unique-batch", error);
        assertThat(error.rowIndex()).isEqualTo(1);
        assertThat(error.entity()).isEqualTo("User{a}");
    }

    @Test
    void aRowOfAnInsertOfSeveralRows() {
        load(row(USERS, 3, "a@example.org", 30));
        Insert insert = insertInto(USERS)
                .columns(USERS.column("email"), USERS.column("age"))
                .values("b@example.org", 1)
                .values("a@example.org", 2);
        UniqueViolationException error = fails(UniqueViolationException.class, insert);
        assertThat(error.values()).isEqualTo(Map.of("email", "a@example.org"));
        assertThat(error.existingRow()).isEqualTo(Map.of("id", 3));
    }

    @Test
    void deferredToTheCommit() {
        load(row(LATER, 1, 99));
        ForeignKeyViolationException error =
                catchThrowableOfType(ForeignKeyViolationException.class, connection::commit);
        golden("deferred-commit", error);
        assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
        load(row(PARENT, 99));
        connection.commit();
    }

    @Test
    void sensitiveValuesAreLeftOut() {
        load(row(USERS, 3, "a@example.org", 30));
        Insert insert = insertInto(USERS)
                .set(USERS.column("email", String.class), "a@example.org")
                .set(USERS.column("age", Integer.class), 4);
        StatementOrigin origin =
                new NamedOrigin(List.of("User"), "inserting", "User", Map.of(), Map.of(), List.of(), "email", TABLES);
        UniqueViolationException error = catchThrowableOfType(
                UniqueViolationException.class, () -> connection.execute(insert, new Object[0], origin));
        golden("unique-sensitive", error);
        assertThat(error.values()).isEqualTo(Map.of("email", Redacted.VALUE));
        assertThat(error.parameters()).containsExactly(Redacted.VALUE, 4);
    }

    @Test
    void allValuesCanBeLeftOut() {
        try (Engine discreet = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .metaData(TABLES)
                .redaction(Redaction.ALL)
                .build()) {
            TABLES.createAll(discreet);
            IntegrityException error = catchThrowableOfType(
                    IntegrityException.class,
                    () -> discreet.transaction(c -> {
                        c.execute(row(PARENT, 4711));
                        c.execute(row(CHILD, 4712, 4711));
                        c.execute(delete(PARENT, 4711));
                    }));
            golden("still-referenced-redacted", error);
            assertThat(error.toString()).doesNotContain("471");
        }
    }

    @Test
    void withoutLookingUp() {
        try (Engine quiet = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .metaData(TABLES)
                .explainViolations(false)
                .build()) {
            TABLES.createAll(quiet);
            ForeignKeyViolationException error = catchThrowableOfType(
                    ForeignKeyViolationException.class, () -> quiet.transaction(c -> c.execute(row(CHILD, 1, 99))));
            golden("foreign-key-without-lookups", error);
            assertThat(error.side()).isNull();
            UniqueViolationException unique = catchThrowableOfType(
                    UniqueViolationException.class,
                    () -> quiet.transaction(c -> {
                        c.execute(row(PARENT, 1));
                        c.execute(row(PARENT, 1));
                    }));
            assertThat(unique.values()).isEqualTo(Map.of("id", 1));
            assertThat(unique.existingRow()).as("a primary key has itself").isEqualTo(Map.of("id", 1));
        }
    }

    @Test
    void whatIsNotFoundInTimeIsLeftOut() {
        try (Engine hasty = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .metaData(TABLES)
                .explainTimeout(Duration.ofNanos(1))
                .build()) {
            TABLES.createAll(hasty);
            hasty.transaction(c -> {
                c.execute(row(PARENT, 1));
                ForeignKeyViolationException error =
                        catchThrowableOfType(ForeignKeyViolationException.class, () -> c.execute(row(CHILD, 1, 99)));
                assertThat(error.side()).isNull();
                assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
                assertThat(error.getCause().getSuppressed())
                        .allSatisfy(note -> assertThat(note).hasMessageContaining("the time for look-ups is over"))
                        .isNotEmpty();
                c.execute(row(PARENT, 2));
            });
            hasty.transaction(
                    c -> assertThat(c.list(sql("SELECT id FROM parent"))).hasSize(2));
        }
    }

    @Test
    void nothingIsLookedUpWhileNothingFails() {
        load(row(PARENT, 1), row(CHILD, 1, 1));
        connection.execute(delete(CHILD, 1));
        connection.commit();
        assertThat(lookups).isEmpty();
    }

    /** What dangles in a table can only be seen by reading all of it. */
    @Test
    void aLargeTableIsNotSearched() {
        load(row(PARENT, 1));
        connection.execute(sql("INSERT INTO child SELECT value, 1 FROM (WITH RECURSIVE n(value) AS"
                + " (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 100001) SELECT value FROM n)"));
        connection.commit();
        ForeignKeyViolationException error = fails(
                ForeignKeyViolationException.class, sql("UPDATE child SET parent_id = parent_id + 1 WHERE id > 5"));
        assertThat(error.side()).isNull();
        assertThat(lookups).noneMatch(lookup -> lookup.contains("FROM child AS referring"));
        connection.execute(sql("DELETE FROM child WHERE id > 10"));
        connection.commit();
        assertThat(fails(
                                ForeignKeyViolationException.class,
                                sql("UPDATE child SET parent_id = parent_id + 1 WHERE id > 5"))
                        .side())
                .isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(lookups).anyMatch(lookup -> lookup.contains("FROM child AS referring"));
    }

    @Test
    void lookingUpChangesNothing() {
        load(row(PARENT, 1), row(CHILD, 1, 1));
        fails(ForeignKeyViolationException.class, sql("DELETE FROM parent"));
        fails(ForeignKeyViolationException.class, delete(PARENT, 1));
        assertThat(lookups).isNotEmpty();
        assertThat(connection.list(sql("PRAGMA defer_foreign_keys"))).containsExactly(List.of(0));
        connection.commit();
        assertThat(connection.list(sql("SELECT count(*) FROM child"))).containsExactly(List.of(1));
        fails(ForeignKeyViolationException.class, row(CHILD, 2, 99));
    }

    @Test
    void aLookUpThatFailsIsSuppressed() {
        connection.execute(sql("DROP TABLE users"));
        connection.execute(sql("CREATE TABLE users (email TEXT UNIQUE)"));
        connection.execute(sql("INSERT INTO users VALUES ('a@example.org')"));
        UniqueViolationException error = fails(
                UniqueViolationException.class,
                insertInto(USERS).set(USERS.column("email", String.class), "a@example.org"));
        assertThat(error.values()).isEqualTo(Map.of("email", "a@example.org"));
        assertThat(error.existingRow()).isEmpty();
        assertThat(error.getCause().getSuppressed())
                .singleElement()
                .satisfies(lookup ->
                        assertThat(lookup).hasMessageContaining("look-up").hasMessageContaining("no such column"));
    }

    @Test
    void aForeignKeyThatCannotWork() {
        connection.execute(sql("CREATE TABLE bad (id INTEGER, n TEXT REFERENCES belong (name))"));
        golden("schema-mismatch", fails(SchemaMismatchException.class, sql("INSERT INTO bad VALUES (1, 'x')")));
    }

    @Test
    void aStatementThatIsWrong() {
        golden("wrong-statement", fails(ProgrammingException.class, sql("SELEC 1")));
    }
}
