package dev.dovetail.integrity;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.ReferentialAction.SET_NULL;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.expression;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.part;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.CheckViolationException;
import dev.dovetail.DatabaseException;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import dev.dovetail.type.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is blamed who was not in the way: what cannot be told apart is left out. */
class BlameTest {

    private enum Code {
        AA
    }

    private Engine engine;
    private Connection connection;

    private void open(MetaData tables, String... texts) {
        engine = Engine.builder().url("jdbc:sqlite::memory:").metaData(tables).build();
        engine.transaction(c -> {
            for (String text : texts) {
                if (text.startsWith("CREATE")) {
                    c.execute(sql(text));
                }
            }
        });
        tables.createAll(engine);
        connection = engine.connect();
        for (String text : texts) {
            if (!text.startsWith("CREATE")) {
                connection.execute(sql(text));
            }
        }
    }

    @AfterEach
    void close() {
        connection.rollback();
        connection.close();
        engine.close();
    }

    private <E extends DatabaseException> E fails(Class<E> type, Statement statement) {
        E error = catchThrowableOfType(type, () -> connection.execute(statement));
        assertThat(error).isNotNull();
        assertThat(error.getCause().getSuppressed()).isEmpty();
        return error;
    }

    private static Delete delete(Table table, Integer... ids) {
        return deleteFrom(table).where(table(table).col("id", Integer.class).in(ids));
    }

    private static Insert row(Table table, Object... values) {
        return insertInto(table)
                .columns(table.columns().subList(0, values.length).toArray(Column<?>[]::new))
                .values(values);
    }

    private static Table keyOnly(String name) {
        return Table.of(name, column("id", INTEGER).primaryKey());
    }

    @Test
    void theColumnsOfAnIndexWithExpressionsAreNotItsKey() {
        Table users = Table.of(
                "users",
                column("id", INTEGER).primaryKey(),
                column("tenant", INTEGER),
                column("email", TEXT),
                index(part("tenant"), expression("lower(email)")).unique().named("uq_users"));
        open(MetaData.of(users), "INSERT INTO users VALUES (1, 7, 'A')");
        UniqueViolationException e = fails(UniqueViolationException.class, row(users, 2, 7, "a"));
        assertThat(e.constraint()).isEqualTo("uq_users");
        assertThat(e.columns()).isEmpty();
        assertThat(e.existingRow()).isEmpty();
    }

    @Test
    void rowsThatACascadeTakesByAnotherWayAreInNobodysWay() {
        Table customer = keyOnly("customer");
        Table orders = Table.of(
                "orders",
                column("id", INTEGER).primaryKey(),
                column("customer_id", INTEGER).references("customer", "id", CASCADE));
        Table payment = Table.of(
                "payment",
                column("id", INTEGER).primaryKey(),
                column("customer_id", INTEGER).references("customer", "id", CASCADE),
                column("order_id", INTEGER).references("orders", "id"));
        Table invoice = Table.of(
                "invoice",
                column("id", INTEGER).primaryKey(),
                column("order_id", INTEGER).references("orders", "id"));
        open(
                MetaData.of(customer, orders, payment, invoice),
                "INSERT INTO customer VALUES (1)",
                "INSERT INTO orders VALUES (10, 1)",
                "INSERT INTO payment VALUES (20, 1, 10)",
                "INSERT INTO invoice VALUES (30, 10)");
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(customer, 1));
        assertThat(error.table()).isEqualTo("invoice");
        assertThat(error.referencing()).hasSize(1);
        assertThat(error.toString()).doesNotContain("payment");
        connection.execute(sql("DELETE FROM invoice"));
        connection.execute(delete(customer, 1));
    }

    @Test
    void onlyRowsThatStayAreCounted() {
        Table node = Table.of(
                "node",
                column("id", INTEGER).primaryKey(),
                column("up", INTEGER).references("node", "id"));
        open(MetaData.of(node), "INSERT INTO node VALUES (1, NULL), (2, 1), (3, 1), (4, 2)");
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(node, 1, 2));
        assertThat(error.values()).isEqualTo(Map.of("up", 1));
        assertThat(error.referencing().get(0).sampleKeys()).isEqualTo(List.of(List.of(3)));
    }

    @Test
    void aCascadeIntoATableThatRefersToItself() {
        Table post = keyOnly("post");
        Table comment = Table.of(
                "comment",
                column("id", INTEGER).primaryKey(),
                column("post_id", INTEGER).references("post", "id", CASCADE),
                column("reply_to", INTEGER).references("comment", "id"));
        open(
                MetaData.of(post, comment),
                "INSERT INTO post VALUES (1), (2)",
                "INSERT INTO comment VALUES (1, 1, NULL), (2, 2, 1), (3, 1, 1)");
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(post, 1));
        assertThat(error.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
        assertThat(error.table()).isEqualTo("comment");
        assertThat(error.columns()).containsExactly("reply_to");
        assertThat(error.referencing().get(0).sampleKeys()).isEqualTo(List.of(List.of(2)));
    }

    @Test
    void anUpdateThatKeepsItsKeyIsNotBlamedOnThoseWhoReferToIt() {
        Table parent = Table.of("parent", column("id", INTEGER).primaryKey(), column("name", TEXT));
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER).references("parent", "id"));
        open(MetaData.of(parent, child), "INSERT INTO parent VALUES (1, 'a')", "INSERT INTO child VALUES (1, 1)");
        connection.execute(sql("CREATE TABLE log (parent_id INTEGER REFERENCES parent (id))"));
        connection.execute(sql("CREATE TRIGGER noted AFTER UPDATE ON parent BEGIN INSERT INTO log VALUES (99); END"));
        ForeignKeyViolationException error = fails(
                ForeignKeyViolationException.class,
                update(parent)
                        .set(parent.column("id", Integer.class), 1)
                        .set(parent.column("name", String.class), "b")
                        .where(table(parent).col("id", Integer.class).eq(1)));
        assertThat(error.table()).isEqualTo("log");
        assertThat(error.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
    }

    @Test
    void aDeferredKeyIsNotBlamedForAStatement() {
        Table first = keyOnly("first");
        Table second = keyOnly("second");
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("first_id", INTEGER),
                column("second_id", INTEGER),
                foreignKey("first_id").references("first", "id").deferrable(true),
                foreignKey("second_id").references("second", "id"));
        open(MetaData.of(first, second, child));
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, row(child, 1, 99, 98));
        assertThat(error.columns()).containsExactly("second_id");
    }

    @Test
    void aCommitIsNotBlamedOnOrphansOfAKeyThatIsCheckedAtOnce() {
        Table parent = keyOnly("parent");
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER).references("parent", "id"));
        Table later = Table.of(
                "later",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER),
                foreignKey("parent_id").references("parent", "id").deferrable(true));
        open(MetaData.of(parent, child, later));
        connection.commit();
        orphan("INSERT INTO child VALUES (7, 777)");
        connection.execute(row(later, 1, 42));
        ForeignKeyViolationException error =
                catchThrowableOfType(ForeignKeyViolationException.class, connection::commit);
        assertThat(error.table()).isEqualTo("later");
        assertThat(error.values()).isEqualTo(Map.of("parent_id", 42));
        connection.rollback();
        orphan("INSERT INTO later VALUES (7, 777)");
        connection.execute(row(later, 1, 42));
        ForeignKeyViolationException either =
                catchThrowableOfType(ForeignKeyViolationException.class, connection::commit);
        assertThat(either.table()).isEqualTo("later");
        assertThat(either.values()).isEmpty();
    }

    private void orphan(String text) {
        connection.close();
        try (Connection reading = engine.reading()) {
            reading.execute(sql("PRAGMA foreign_keys = OFF"));
            reading.execute(sql(text));
            reading.execute(sql("PRAGMA foreign_keys = ON"));
        }
        connection = engine.connect();
    }

    @Test
    void rowsOfOneInsertMayReferToEachOther() {
        Table node = Table.of(
                "node",
                column("id", INTEGER).primaryKey(),
                column("up", INTEGER).references("node", "id"));
        open(MetaData.of(node));
        ForeignKeyViolationException error = fails(
                ForeignKeyViolationException.class,
                insertInto(node)
                        .columns(node.column("id"), node.column("up"))
                        .values(1, 2)
                        .values(2, null)
                        .values(3, 99));
        assertThat(error.values()).isEqualTo(Map.of("up", 99));
    }

    @Test
    void whatTheDatabaseReallyDoesOutranksTheModel() {
        Table parent = keyOnly("parent");
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER).references("parent", "id", CASCADE));
        open(
                MetaData.of(parent, child),
                "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id))",
                "INSERT INTO parent VALUES (1)",
                "INSERT INTO child VALUES (5, 1)");
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, delete(parent, 1));
        assertThat(error.constraint()).isEqualTo("fk_child_parent_id");
        assertThat(error.referencing().get(0).sampleKeys()).isEqualTo(List.of(List.of(5)));
        assertThat(error.facts().constraint().definition()).isEqualTo("child(parent_id) \u2192 parent(id), NO ACTION");
    }

    @Test
    void aRowThatAPartialIndexDoesNotHoldIsNotNamed() {
        Table users = Table.of(
                "users",
                column("id", INTEGER).primaryKey(),
                column("email", TEXT),
                column("gone", INTEGER),
                index("email").unique());
        open(
                MetaData.of(users),
                "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, gone INTEGER)",
                "CREATE UNIQUE INDEX ix_users_email ON users (email) WHERE gone = 0",
                "INSERT INTO users VALUES (1, 'x', 1), (2, 'x', 0)");
        UniqueViolationException error = fails(UniqueViolationException.class, row(users, 3, "x", 0));
        assertThat(error.existingRow()).isEmpty();
        connection.execute(sql("DELETE FROM users WHERE id = 2"));
        connection.execute(row(users, 2, "y", 0));
        UniqueViolationException one = fails(UniqueViolationException.class, row(users, 4, "y", 0));
        assertThat(one.existingRow()).isEmpty();
    }

    @Test
    void aConvertedValueIsLookedForInTheFormInWhichItWasWritten() {
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("code", Types.enumByName(Code.class)).references("parent", "code"));
        engine = Engine.builder().url("jdbc:sqlite::memory:").build();
        connection = engine.connect();
        connection.execute(sql("CREATE TABLE parent (code TEXT PRIMARY KEY)"));
        connection.execute(sql("CREATE TABLE child (id INTEGER PRIMARY KEY, code TEXT REFERENCES parent (code))"));
        ForeignKeyViolationException error = fails(ForeignKeyViolationException.class, row(child, 1, Code.AA));
        assertThat(error.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(error.values()).isEqualTo(Map.of("code", Code.AA));
    }

    @Test
    void aTriggerRefusesInItsOwnWords() {
        Table kept = keyOnly("kept");
        open(MetaData.of(kept), "INSERT INTO kept VALUES (1)");
        connection.execute(sql("CREATE TRIGGER keep BEFORE DELETE ON kept BEGIN"
                + " SELECT RAISE(ABORT, 'kept for ever\n  transaction ROLLED_BACK by the database'); END"));
        CheckViolationException error = fails(CheckViolationException.class, delete(kept, 1));
        assertThat(error.hint()).isNull();
        Golden.assertText("sqlite/trigger.txt", error.toString());
    }

    @Test
    void aCheckOfAnotherTableIsNotThatOfTheWrittenOne() {
        Table parent =
                Table.of("parent", column("id", INTEGER).primaryKey(), column("x", INTEGER), check("ck_x", "x > 0"));
        open(MetaData.of(parent));
        connection.execute(sql("CREATE TABLE log (x INTEGER CHECK (x > 0))"));
        connection.execute(
                sql("CREATE TRIGGER noted AFTER INSERT ON parent BEGIN INSERT INTO log VALUES (NEW.id - 5); END"));
        CheckViolationException error = fails(CheckViolationException.class, row(parent, 1, 1));
        assertThat(error.constraint()).isNull();
        assertThat(error.values()).isEmpty();
        assertThat(error.toString()).doesNotContain("row of parent");
    }

    @Test
    void theCheckOfAChildThatLosesItsParent() {
        Table parent = keyOnly("parent");
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER).references("parent", "id", SET_NULL),
                check("ck_kind", "parent_id IS NOT NULL"));
        open(MetaData.of(parent, child), "INSERT INTO parent VALUES (1)", "INSERT INTO child VALUES (1, 1)");
        CheckViolationException error = fails(CheckViolationException.class, delete(parent, 1));
        assertThat(error.constraint()).isEqualTo("ck_kind");
        assertThat(error.table()).isEqualTo("child");
        assertThat(error.values()).isEmpty();
    }

    @Test
    void aConditionOfOneWordIsNotAName() {
        Table users = Table.of("users", column("id", INTEGER).primaryKey(), column("active", INTEGER));
        open(MetaData.of(users), "CREATE TABLE users (id INTEGER PRIMARY KEY, active INTEGER, CHECK (active))");
        CheckViolationException error = fails(CheckViolationException.class, row(users, 1, 0));
        assertThat(error.constraint()).isNull();
        assertThat(error.facts().constraint().definition()).isEqualTo("active");
        assertThat(error.values()).isEqualTo(Map.of("active", 0));
    }

    @Test
    void namesThatLookLikePlacesAndLines() {
        Table odd = Table.of(
                "my.table",
                column("id", INTEGER).primaryKey(),
                column("a, b", INTEGER).unique("u\n  hint        all is well"),
                column("c\"d", INTEGER).notNull());
        open(MetaData.of(odd), "INSERT INTO \"my.table\" VALUES (1, 1, 1)");
        UniqueViolationException unique = fails(UniqueViolationException.class, row(odd, 2, 1, 1));
        assertThat(unique.table()).isEqualTo("my.table");
        assertThat(unique.columns()).containsExactly("a, b");
        assertThat(unique.existingRow()).isEqualTo(Map.of("id", 1));
        Golden.assertText("sqlite/hostile-names.txt", unique.toString());
        NotNullViolationException missing = fails(NotNullViolationException.class, row(odd, 3, 3, null));
        assertThat(missing.columns()).containsExactly("c\"d");
    }
}
