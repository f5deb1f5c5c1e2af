package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.UsageException;
import dev.dovetail.engine.BatchResult;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Write;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many rows of arguments are sent, and how that is told. */
class RowsTogetherTest {

    private static final Table ITEM = Table.of(
            "item",
            column("id", BIGINT).primaryKey().generated(),
            column("name", VARCHAR(20)),
            column("size", INTEGER).notNull());
    private static final TableSource ITEMS = table(ITEM);
    private static final Column<Long> ID = ITEM.column("id", Long.class);
    private static final Column<String> NAME = ITEM.column("name", String.class);
    private static final Column<Integer> SIZE = ITEM.column("size", Integer.class);
    private static final Insert INSERT =
            insertInto(ITEM).set(NAME, parameter(0, VARCHAR(20))).set(SIZE, parameter(1, INTEGER));
    private static final Write UPDATE =
            update(ITEM).set(SIZE, parameter(1, INTEGER)).where(ITEMS.col(ID).eq(parameter(0, BIGINT)));
    private static final Write DELETE = deleteFrom(ITEM).where(ITEMS.col(ID).eq(parameter(0, BIGINT)));

    private static List<@Nullable Object[]> rows(int count) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(new Object[] {"n" + row, row});
        }
        return rows;
    }

    private static List<@Nullable Object[]> keyed(int count, int value) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int row = 1; row <= count; row++) {
            rows.add(new Object[] {(long) row, value + row});
        }
        return rows;
    }

    @EveryDatabase
    void postgresqlTakesArrays(Database database) {
        assumeThat(database.name()).isEqualTo("postgresql");
        database.create(ITEM);
        try (Connection connection = database.engine().connect()) {
            BatchResult inserted = connection.insertReturningKeys(INSERT, rows(5), ID, StatementOrigin.none());
            assertThat(inserted.keys()).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L));
            connection.executeBatch(INSERT, rows(6));
            connection.executeReturning(UPDATE, keyed(7, 10), List.of(NAME), StatementOrigin.none());
            connection.executeBatch(UPDATE, keyed(4, 10));
            assertThat(connection.executeBatch(DELETE, keyed(12, 0)).counts())
                    .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0);
        }
        assertThat(database.statements().events().stream().map(StatementEvent::sql))
                .containsExactly(
                        "INSERT INTO item (name, size) SELECT dovetail_given.p1, dovetail_given.p2 FROM unnest(?::varchar[],"
                                + " ?::int4[]) WITH ORDINALITY AS dovetail_given(p1, p2, n) ORDER BY dovetail_given.n"
                                + " RETURNING item.id",
                        "INSERT INTO item (name, size) SELECT dovetail_given.p1, dovetail_given.p2 FROM unnest(?::varchar[],"
                                + " ?::int4[]) WITH ORDINALITY AS dovetail_given(p1, p2, n) ORDER BY dovetail_given.n",
                        "UPDATE item SET size=dovetail_given.p1 FROM unnest(?::int4[], ?::int8[]) WITH ORDINALITY AS"
                                + " dovetail_given(p1, p2, n) WHERE item.id = dovetail_given.p2 RETURNING dovetail_given.n,"
                                + " item.name",
                        "UPDATE item SET size=? WHERE item.id = ?",
                        "DELETE FROM item USING unnest(?::int8[]) WITH ORDINALITY AS dovetail_given(p1, n) WHERE item.id ="
                                + " dovetail_given.p1 RETURNING dovetail_given.n");
        StatementEvent first = database.statements().events().get(0);
        assertThat(first.rows()).isEqualTo(5);
        assertThat(first.parameters()).hasSize(5).contains(List.of("n3", 3));
    }

    @EveryDatabase
    void aStatementThatFailsIsToldOnceAsThatOfItsRow(Database database) {
        database.create(ITEM);
        List<@Nullable Object[]> rows = rows(200);
        rows.get(150)[1] = null;
        try (Connection connection = database.engine().connect()) {
            assertThatThrownBy(() -> connection.executeBatch(INSERT, rows)).hasMessageContaining("item.size");
        }
        assertThat(database.statements().events()).hasSize(1);
        StatementEvent event = database.statements().events().get(0);
        assertThat(event.sql()).isEqualTo("INSERT INTO item (name, size) VALUES (?, ?)");
        assertThat(event.error() == null).isFalse();
    }

    @EveryDatabase
    void manyRowsAreOneStatementForListeners(Database database) {
        database.create(ITEM);
        database.engine().transaction(connection -> {
            BatchResult result = connection.insertReturningKeys(INSERT, rows(6001), ID, StatementOrigin.none());
            assertThat(result.keys()).hasSize(6001).doesNotHaveDuplicates();
            assertThat(result.counts()).containsOnly(1);
            assertThat(connection.executeBatch(DELETE, keyed(6001, 0)).counts()).containsOnly(1);
        });
        assertThat(database.statements().events()).hasSize(2).allMatch(event -> event.rows() == 6001);
    }

    @EveryDatabase
    void keysThatAreNotCountedUpAreRefused(Database database) {
        assumeThat(database.name()).isEqualTo("postgresql");
        database.create(ITEM);
        database.engine().transaction(connection -> {
            connection.execute(sql("CREATE FUNCTION other_key() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN NEW.id := (NEW.id * 7) % 10; RETURN NEW; END'"));
            connection.execute(sql(
                    "CREATE TRIGGER other_key BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION" + " other_key()"));
        });
        try (Connection connection = database.engine().connect()) {
            assertThatThrownBy(() -> connection.insertReturningKeys(INSERT, rows(8), ID, StatementOrigin.none()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("the database gave back 8 keys for 8 rows, or not in their order");
        } finally {
            database.engine().transaction(connection -> {
                connection.execute(sql("DROP TRIGGER other_key ON item"));
                connection.execute(sql("DROP FUNCTION other_key()"));
            });
        }
    }

    @EveryDatabase
    void textsOfManyMegabytesGoInParts(Database database) {
        Table texts = Table.of("texts", column("id", INTEGER).primaryKey(), column("text", VARCHAR(2_000_000)));
        assumeThat(database.name()).isEqualTo("postgresql");
        database.create(texts);
        Column<String> text = texts.column("text", String.class);
        Insert insert = insertInto(texts)
                .set(texts.column("id", Integer.class), parameter(0, INTEGER))
                .set(text, parameter(1, VARCHAR(2_000_000)));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            rows.add(new Object[] {row, String.valueOf((char) ('a' + row)).repeat(1_500_000)});
        }
        database.engine().transaction(connection -> {
            assertThat(connection.executeBatch(insert, rows).counts()).containsOnly(1);
            assertThat(connection.list(select(table(texts).col(text)).from(table(texts))))
                    .hasSize(12)
                    .doesNotHaveDuplicates()
                    .allMatch(each -> each.length() == 1_500_000);
        });
    }

    @EveryDatabase
    void keysThatATriggerLeavesOutAreNotGuessed(Database database) {
        assumeThat(database.name()).isEqualTo("postgresql");
        database.create(ITEM);
        try (Connection connection = database.engine().connect()) {
            connection.execute(sql("CREATE FUNCTION leave_out() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN IF NEW.size = 3 THEN RETURN NULL; END IF; RETURN NEW; END'"));
            connection.execute(sql(
                    "CREATE TRIGGER leave_out BEFORE INSERT ON item FOR EACH ROW" + " EXECUTE FUNCTION leave_out()"));
            assertThatThrownBy(() -> connection.insertReturningKeys(INSERT, rows(8), ID, StatementOrigin.none()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("gave back 7 keys for 8 rows");
            assertThat(connection.list(select(ITEMS.col(ID)).from(ITEMS))).hasSize(7);
            connection.rollback();
        }
    }
}
