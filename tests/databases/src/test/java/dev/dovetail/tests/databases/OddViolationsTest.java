package dev.dovetail.tests.databases;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.ReferentialAction.SET_NULL;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.BINARY;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.UUID;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.DatabaseException;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.IntegrityException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.ValueText;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.ConnectionWork;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Statement;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.type.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** Violations off the beaten track, through every door: what is told is right, or absent where a database does not tell. */
class OddViolationsTest {

    enum Size {
        SMALL,
        LARGE
    }

    private static final Type<Size> SIZE = dev.dovetail.type.Types.enumByName(Size.class);
    private static final String LONG_NAME = "a_very_long_name_of_sixty_three_bytes_as_long_as_names_may_be__";
    private static final java.util.UUID ONE = java.util.UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final java.util.UUID TWO = java.util.UUID.fromString("00000000-0000-0000-0000-000000000002");

    private static final java.util.UUID NINE = java.util.UUID.fromString("00000000-0000-0000-0000-000000000009");

    private static final Table DOC = Table.of(
            "doc",
            column("tenant", INTEGER),
            column("id", INTEGER),
            column("title", VARCHAR(760)).unique(),
            primaryKey("tenant", "id"));
    private static final Table NOTE = Table.of(
            "note",
            column("tenant", INTEGER),
            column("id", INTEGER),
            column("doc_id", INTEGER),
            column("reply_to", INTEGER),
            primaryKey("tenant", "id"),
            foreignKey("tenant", "doc_id").references("doc", "tenant", "id"),
            foreignKey("tenant", "reply_to").references("note", "tenant", "id"));
    private static final Table ACCOUNT = Table.of(
            "account",
            column("id", INTEGER).primaryKey(),
            column("code", VARCHAR(40)).notNull().unique(),
            column("owner", VARCHAR(40)).notNull().unique(),
            column("balance", INTEGER).notNull(),
            check("ck_account_balance", "balance >= 0 AND balance <= 1000"));
    private static final Table TRANSFER = Table.of(
            "transfer",
            column("id", INTEGER).primaryKey(),
            column("from_id", INTEGER).references("account", "id"),
            column("to_id", INTEGER).references("account", "id"),
            column("code", VARCHAR(40)).references("account", "code"));
    private static final Table NODE = Table.of(
            "node",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("node", "id"));
    private static final Table ORDER = Table.of(
            "order",
            column("select", INTEGER).primaryKey(),
            column("Group", INTEGER).notNull(),
            column("from", INTEGER),
            unique("Group").named(LONG_NAME),
            foreignKey("from").references("order", "select").named("FK Mixed"),
            check("ck Order", "1 = 1"));
    private static final Table THING = Table.of(
            "thing",
            column("id", UUID).primaryKey(),
            column("hash", BINARY(4)).notNull().unique(),
            column("price", NUMERIC(10, 2)).unique(),
            column("day", DATE).unique(),
            column("size", SIZE).unique(),
            column("parent_id", UUID).references("thing", "id"),
            column("parent_hash", BINARY(4)).references("thing", "hash"),
            column("parent_price", NUMERIC(10, 2)).references("thing", "price"));
    private static final Table A = Table.of("a", column("id", INTEGER).primaryKey());
    private static final Table B = Table.of(
            "b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a", "id", CASCADE));
    private static final Table C = Table.of(
            "c", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b", "id", CASCADE));
    private static final Table D = Table.of(
            "d", column("id", INTEGER).primaryKey(), column("c_id", INTEGER).references("c", "id"));
    private static final MetaData TABLES = MetaData.of(DOC, NOTE, ACCOUNT, TRANSFER, NODE, ORDER, THING, A, B, C, D);

    private static Insert row(Table table, @Nullable Object... values) {
        return insertInto(table)
                .columns(table.columns().subList(0, values.length).toArray(Column<?>[]::new))
                .values(values);
    }

    private static Insert rows(Table table, Object[]... rows) {
        Insert insert = insertInto(table)
                .columns(table.columns().subList(0, rows[0].length).toArray(Column<?>[]::new));
        for (Object[] row : rows) {
            insert = insert.values(row);
        }
        return insert;
    }

    private static @Nullable Object[] of(@Nullable Object... values) {
        return values;
    }

    private static Insert prepared(Table table, int columns) {
        Insert insert = insertInto(table);
        for (int i = 0; i < columns; i++) {
            insert = set(insert, table.columns().get(i), i);
        }
        return insert;
    }

    private static <T> Insert set(Insert insert, Column<T> column, int position) {
        return insert.set(column, parameter(position, column.type()));
    }

    private static Column<Integer> integer(Table table, String column) {
        return table.column(column, Integer.class);
    }

    private static Condition equal(Table table, String column, int value) {
        return table(table).col(integer(table, column)).eq(value);
    }

    private static Condition equal(Table table, String column, Operand<Integer> value) {
        return table(table).col(integer(table, column)).eq(value);
    }

    private static Condition above(Table table, String column, int value) {
        return table(table).col(integer(table, column)).gt(value);
    }

    private static Column<String> string(Table table, String column) {
        return table.column(column, String.class);
    }

    private record Case(
            String name, ConnectionWork<RuntimeException> door, String told, Map<String, String> elsewhere) {
        /** Where the transaction cannot be asked, nobody knows who refers and who has a value, but for a primary key. */
        String told(String database) {
            String cut = told.contains("(pk)") ? told : told.replaceAll(" (by|has) .*?(?= row \\d|$)", "");
            return elsewhere.getOrDefault(database, database.equals("postgresql") ? cut : told);
        }
    }

    private static Case is(String name, ConnectionWork<RuntimeException> door, String told, String... elsewhere) {
        Map<String, String> other = new HashMap<>();
        for (int i = 0; i < elsewhere.length; i += 2) {
            other.put(elsewhere[i], elsewhere[i + 1]);
        }
        return new Case(name, door, told, other);
    }

    private static Case is(String name, Statement statement, String told, String... elsewhere) {
        return is(name, connection -> connection.execute(statement), told, elsewhere);
    }

    private static final List<Case> CASES = List.of(
            is(
                    "overlap-parent",
                    row(NOTE, 1, 9, 77, null),
                    "FK-PARENT fk_note_tenant_doc_id: note[tenant, doc_id] = (1, 77) -> doc[tenant, id]"),
            is(
                    "overlap-self",
                    row(NOTE, 1, 9, 1, 88),
                    "FK-PARENT fk_note_tenant_reply_to: note[tenant, reply_to] = (1, 88) -> note[tenant, id]"),
            is(
                    "overlap-half-null",
                    row(NOTE, 2, 9, null, 88),
                    "FK-PARENT fk_note_tenant_reply_to: note[tenant, reply_to] = (2, 88) -> note[tenant, id]"),
            is(
                    "overlap-both",
                    row(NOTE, 1, 9, 77, 88),
                    "FK-PARENT fk_note_tenant_doc_id: note[tenant, doc_id] = (1, 77) -> doc[tenant, id]"),
            is(
                    "overlap-still",
                    deleteFrom(DOC).where(equal(DOC, "id", 1)),
                    "FK-CHILD fk_note_tenant_doc_id: note[tenant, doc_id] = (1, 1) -> doc[tenant, id] by note[tenant, doc_id][[1, 1], [1, 2]]"),
            is(
                    "overlap-update-tenant",
                    update(NOTE).set(integer(NOTE, "tenant"), 5).where(equal(NOTE, "id", 1)),
                    "FK-PARENT fk_note_tenant_doc_id: note[tenant, doc_id] = (5, 1) -> doc[tenant, id]",
                    "postgresql",
                    "FK-CHILD fk_note_tenant_reply_to: note[tenant, reply_to] = (1, 1) -> note[tenant, id]",
                    "mariadb",
                    "FK-CHILD fk_note_tenant_reply_to: note[tenant, reply_to] -> note[tenant, id]"),
            is(
                    "two-keys-second",
                    row(TRANSFER, 9, 1, 99, null),
                    "FK-PARENT fk_transfer_to_id: transfer[to_id] = (99) -> account[id]"),
            is(
                    "two-keys-both",
                    row(TRANSFER, 9, 98, 99, null),
                    "FK-PARENT fk_transfer_from_id: transfer[from_id] = (98) -> account[id]"),
            is(
                    "unique-target",
                    row(TRANSFER, 9, 1, 2, "no'ne\n"),
                    "FK-PARENT fk_transfer_code: transfer[code] = ('no''ne\\n') -> account[code]"),
            is(
                    "unique-target-still",
                    update(ACCOUNT).set(string(ACCOUNT, "code"), "z").where(equal(ACCOUNT, "id", 1)),
                    "FK-CHILD fk_transfer_code: transfer[code] = ('one') -> account[code] by transfer[code][[1], [2]]"),
            is(
                    "two-keys-still",
                    deleteFrom(ACCOUNT).where(equal(ACCOUNT, "id", 2)),
                    "FK-CHILD fk_transfer_to_id: transfer[to_id] = (2) -> account[id] by transfer[to_id][[1]]"),
            is(
                    "delete-all",
                    deleteFrom(ACCOUNT),
                    "FK-CHILD fk_transfer_from_id: transfer[from_id] = (1) -> account[id] by transfer[from_id][[1]]",
                    "mariadb",
                    "FK-CHILD fk_transfer_from_id: transfer[from_id] = (1) -> account[id] by transfer[from_id][[1]] by transfer[to_id][[2]]",
                    "h2",
                    "FK-CHILD fk_transfer_from_id: transfer[from_id] = (1) -> account[id] by transfer[from_id][[1]] by transfer[to_id][[2]]"),
            is("self", row(NODE, 9, 99), "FK-PARENT fk_node_parent_id: node[parent_id] = (99) -> node[id]"),
            is(
                    "self-rows",
                    rows(NODE, of(9, 10), of(10, 9), of(11, 99)),
                    "FK-PARENT fk_node_parent_id: node[parent_id] = (99) -> node[id]"),
            is(
                    "self-still",
                    deleteFrom(NODE).where(equal(NODE, "id", 1)),
                    "FK-CHILD fk_node_parent_id: node[parent_id] = (1) -> node[id] by node[parent_id][[2]]"),
            is(
                    "self-key-update",
                    update(NODE).set(integer(NODE, "id"), 50).where(equal(NODE, "id", 1)),
                    "FK-CHILD fk_node_parent_id: node[parent_id] = (1) -> node[id] by node[parent_id][[2]]"),
            is(
                    "two-uniques",
                    row(ACCOUNT, 9, "one", "bob", 1),
                    "UNIQUE uq_account_owner: account[owner] = ('bob') has (2)",
                    "postgresql",
                    "UNIQUE uq_account_code: account[code] = ('one')",
                    "mariadb",
                    "UNIQUE uq_account_code: account[code] = ('one') has (1)",
                    "h2",
                    "UNIQUE uq_account_code: account[code] = ('one') has (1)"),
            is(
                    "two-uniques-second",
                    row(ACCOUNT, 9, "nine", "bob", 1),
                    "UNIQUE uq_account_owner: account[owner] = ('bob') has (2)"),
            is("pk-and-unique", row(ACCOUNT, 1, "one", "zoe", 1), "UNIQUE (pk) pk_account: account[id] = (1) has (1)"),
            is(
                    "unique-and-check",
                    row(ACCOUNT, 9, "one", "zoe", -1),
                    "CHECK ck_account_balance: account[balance] = (-1)"),
            is("null-and-check", row(ACCOUNT, 9, null, "zoe", -1), "NOT-NULL null: account[code] = (null)"),
            is("two-nulls", row(ACCOUNT, 9, null, null, 5), "NOT-NULL null: account[code] = (null)"),
            is(
                    "twins-of-a-batch",
                    connection -> connection.executeBatch(
                            prepared(ACCOUNT, 4),
                            List.of(of(8, "x", "x", 1), of(9, "y", "y", 1), of(10, "z", "x", 1), of(11, "z", "q", 1))),
                    "UNIQUE uq_account_owner: account[owner] = ('x') has (8) row 2[]",
                    "postgresql",
                    "UNIQUE uq_account_owner: account[owner] = ('x') has (8) row 2[]"),
            is(
                    "batch-check",
                    connection -> connection.executeBatch(
                            prepared(ACCOUNT, 4),
                            List.of(of(8, "x", "x", 1), of(9, "y", "y", 1001), of(10, "z", "z", -1))),
                    "CHECK ck_account_balance: account[balance] = (1001) row 1[]"),
            is(
                    "batch-parent",
                    connection -> connection.executeBatch(
                            prepared(TRANSFER, 3), List.of(of(8, 1, 1), of(9, 1, 2), of(10, 97, 2), of(11, 98, 2))),
                    "FK-PARENT fk_transfer_from_id: transfer[from_id] = (97) -> account[id] row 2[]"),
            is(
                    "batch-delete",
                    connection -> connection.executeBatch(
                            deleteFrom(ACCOUNT).where(equal(ACCOUNT, "id", parameter(0, INTEGER))),
                            List.of(of(4), of(1), of(2))),
                    "FK-CHILD fk_transfer_from_id: transfer[from_id] = (1) -> account[id] by transfer[from_id][[1]] by transfer[to_id][[2]] row 1[]"),
            is(
                    "batch-update-null",
                    connection -> connection.executeBatch(
                            update(ACCOUNT)
                                    .set(string(ACCOUNT, "code"), parameter(0, VARCHAR(40)))
                                    .where(equal(ACCOUNT, "id", parameter(1, INTEGER))),
                            List.of(of("q", 1), of(null, 4))),
                    "FK-CHILD fk_transfer_code: transfer[code] = ('one') -> account[code] by transfer[code][[1], [2]] row 0[]"),
            is(
                    "batch-update-unique",
                    connection -> connection.executeBatch(
                            update(ACCOUNT)
                                    .set(string(ACCOUNT, "owner"), parameter(0, VARCHAR(40)))
                                    .where(equal(ACCOUNT, "id", parameter(1, INTEGER))),
                            List.of(of("q", 1), of("bob", 4))),
                    "UNIQUE uq_account_owner: account[owner] = ('bob') has (2) row 1[]"),
            is(
                    "rows-check",
                    rows(ACCOUNT, of(8, "x", "x", 1), of(9, "y", "y", 1001)),
                    "CHECK ck_account_balance: account[balance]"),
            is(
                    "rows-null",
                    rows(ACCOUNT, of(8, "x", "x", 1), of(9, "y", null, 100)),
                    "NOT-NULL null: account[owner] = (null)"),
            is(
                    "insert-select-unique",
                    insertInto(ACCOUNT)
                            .columns(ACCOUNT.columns().toArray(Column<?>[]::new))
                            .select(select(List.of(
                                            number(table(ACCOUNT).col(integer(ACCOUNT, "id")))
                                                    .plus(100),
                                            table(ACCOUNT).col(string(ACCOUNT, "code")),
                                            table(ACCOUNT).col(string(ACCOUNT, "owner")),
                                            table(ACCOUNT).col(integer(ACCOUNT, "balance"))))
                                    .from(table(ACCOUNT))),
                    "UNIQUE uq_account_owner: account[owner]",
                    "postgresql",
                    "UNIQUE uq_account_code: account[code]",
                    "mariadb",
                    "UNIQUE uq_account_code: account[code]",
                    "h2",
                    "UNIQUE uq_account_code: account[code]"),
            is(
                    "insert-select-parent",
                    insertInto(TRANSFER)
                            .columns(integer(TRANSFER, "id"), integer(TRANSFER, "from_id"))
                            .select(select(List.of(
                                            number(table(ACCOUNT).col(integer(ACCOUNT, "id")))
                                                    .plus(100),
                                            number(table(ACCOUNT).col(integer(ACCOUNT, "id")))
                                                    .plus(100)))
                                    .from(table(ACCOUNT))),
                    "FK-PARENT fk_transfer_from_id: transfer[from_id] = (101) -> account[id]",
                    "mariadb",
                    "FK-PARENT fk_transfer_from_id: transfer[from_id] -> account[id]",
                    "h2",
                    "FK-PARENT fk_transfer_from_id: transfer[from_id] -> account[id]"),
            is(
                    "insert-select-check",
                    sql(
                            "INSERT INTO account SELECT id + 100, CONCAT(code, 'x'), CONCAT(owner, 'x'), balance + 10000 FROM account"),
                    "CHECK ck_account_balance: account[balance]"),
            is(
                    "update-all-unique",
                    update(ACCOUNT).set(string(ACCOUNT, "code"), "same"),
                    "UNIQUE uq_account_code: account[code] = ('same')",
                    "mariadb",
                    "FK-CHILD fk_transfer_code: transfer[code] = ('one') -> account[code] by transfer[code][[1], [2]]"),
            is(
                    "update-all-unique-taken",
                    update(ACCOUNT).set(string(ACCOUNT, "owner"), "bob").where(above(ACCOUNT, "id", 2)),
                    "UNIQUE uq_account_owner: account[owner] = ('bob') has (2)"),
            is(
                    "update-all-parent",
                    update(TRANSFER).set(integer(TRANSFER, "to_id"), 99),
                    "FK-PARENT fk_transfer_to_id: transfer[to_id] = (99) -> account[id]"),
            is(
                    "update-all-null",
                    update(ACCOUNT).set(string(ACCOUNT, "owner"), (String) null),
                    "NOT-NULL null: account[owner] = (null)"),
            is(
                    "update-check-expression",
                    update(ACCOUNT)
                            .set(
                                    integer(ACCOUNT, "balance"),
                                    number(table(ACCOUNT).col(integer(ACCOUNT, "balance")))
                                            .minus(500)),
                    "CHECK ck_account_balance: account[balance]"),
            is(
                    "update-pk-taken",
                    update(ACCOUNT).set(integer(ACCOUNT, "id"), 3).where(equal(ACCOUNT, "id", 4)),
                    "UNIQUE (pk) pk_account: account[id] = (3) has (3)"),
            is(
                    "upsert-other-unique",
                    row(ACCOUNT, 9, "nine", "bob", 1)
                            .onConflict(integer(ACCOUNT, "id"))
                            .doUpdate(string(ACCOUNT, "code"), string(ACCOUNT, "owner"))
                            .allowingAnyKey(),
                    "UNIQUE uq_account_owner: account[owner] = ('bob') has (2)",
                    "mariadb",
                    "nothing"),
            is(
                    "upsert-parent",
                    row(TRANSFER, 1, 99, 1, null)
                            .onConflict(integer(TRANSFER, "id"))
                            .doUpdate(integer(TRANSFER, "from_id")),
                    "FK-PARENT fk_transfer_from_id: transfer[from_id] = (99) -> account[id]"),
            is(
                    "upsert-check",
                    row(ACCOUNT, 1, "one", "ann", -5)
                            .onConflict(integer(ACCOUNT, "id"))
                            .doUpdate(integer(ACCOUNT, "balance"))
                            .allowingAnyKey(),
                    "CHECK ck_account_balance: account[balance] = (-5)"),
            is(
                    "upsert-null",
                    row(ACCOUNT, 1, null, "ann", 5)
                            .onConflict(integer(ACCOUNT, "id"))
                            .doUpdate(string(ACCOUNT, "code"))
                            .allowingAnyKey(),
                    "NOT-NULL null: account[code] = (null)"),
            is(
                    "raw-named-unique",
                    sql("INSERT INTO account (id, code, owner, balance) VALUES (:id, :code, :owner, :balance)")
                            .bind("id", 9)
                            .bind("code", "one")
                            .bind("owner", "o")
                            .bind("balance", 7),
                    "UNIQUE uq_account_code: account[code] = ('one') has (1)"),
            is(
                    "raw-named-parent",
                    sql("INSERT INTO transfer (id, from_id, to_id) VALUES (:id, :a, :b)")
                            .bind("id", 9)
                            .bind("a", 1)
                            .bind("b", 99),
                    "FK-PARENT fk_transfer_to_id: transfer[to_id] = (99) -> account[id]"),
            is(
                    "raw-named-still",
                    sql("DELETE FROM account WHERE id = :id").bind("id", 1),
                    "FK-CHILD fk_transfer_from_id: transfer[from_id] = (1) -> account[id] by transfer[from_id][[1]] by transfer[to_id][[2]]"),
            is(
                    "raw-in-still",
                    sql("DELETE FROM account WHERE id IN (1, 4)"),
                    "FK-CHILD fk_transfer_from_id: transfer[from_id] = (1) -> account[id] by transfer[from_id][[1]] by transfer[to_id][[2]]"),
            is(
                    "raw-in-named-still",
                    sql("DELETE FROM account WHERE id IN (:ids)").bind("ids", List.of(4, 1), INTEGER),
                    "FK-CHILD fk_transfer_from_id: transfer[from_id] = (1) -> account[id] by transfer[from_id][[1]] by transfer[to_id][[2]]"),
            is(
                    "raw-update-check",
                    sql("UPDATE account SET balance = :b WHERE owner = :o")
                            .bind("b", -3)
                            .bind("o", "ann"),
                    "CHECK ck_account_balance: account[balance] = (-3)"),
            is(
                    "raw-expression",
                    sql("UPDATE account SET balance = balance - :b WHERE owner = :o")
                            .bind("b", 3000)
                            .bind("o", "ann"),
                    "CHECK ck_account_balance: account[balance]"),
            is(
                    "raw-null",
                    sql("UPDATE account SET owner = NULL WHERE id = 1"),
                    "NOT-NULL null: account[owner] = (null)"),
            is(
                    "raw-quoted",
                    sql("INSERT INTO account (id, code, owner, balance) VALUES (9, 'it''s', 'bob', 1)"),
                    "UNIQUE uq_account_owner: account[owner] = ('bob') has (2)"),
            is(
                    "reserved-unique",
                    row(ORDER, 9, 10, null),
                    "UNIQUE a_very_long_name_of_sixty_three_bytes_as_long_as_names_may_be__: order[Group] = (10) has (1)"),
            is("reserved-parent", row(ORDER, 9, 99, 77), "FK-PARENT FK Mixed: order[from] = (77) -> order[select]"),
            is("reserved-null", row(ORDER, 9, null, null), "NOT-NULL null: order[Group] = (null)"),
            is(
                    "reserved-still",
                    deleteFrom(ORDER).where(equal(ORDER, "select", 1)),
                    "FK-CHILD FK Mixed: order[from] = (1) -> order[select] by order[from][[2]]"),
            is(
                    "uuid-pk",
                    row(THING, ONE, new byte[] {9, 9, 9, 9}),
                    "UNIQUE (pk) pk_thing: thing[id] = (00000000-0000-0000-0000-000000000001) has (00000000-0000-0000-0000-000000000001)"),
            is(
                    "uuid-parent",
                    row(
                            THING,
                            NINE,
                            new byte[] {9, 9, 9, 9},
                            null,
                            null,
                            null,
                            java.util.UUID.fromString("00000000-0000-0000-0000-0000000000ff")),
                    "FK-PARENT fk_thing_parent_id: thing[parent_id] = (00000000-0000-0000-0000-0000000000ff) -> thing[id]"),
            is(
                    "uuid-still",
                    deleteFrom(THING)
                            .where(table(THING)
                                    .col(THING.column("id", java.util.UUID.class))
                                    .eq(ONE)),
                    "FK-CHILD fk_thing_parent_id: thing[parent_id] = (00000000-0000-0000-0000-000000000001) -> thing[id] by thing[parent_id][[00000000-0000-0000-0000-000000000002]]"),
            is(
                    "bytes-unique",
                    row(THING, NINE, new byte[] {0, 39, 10, -1}),
                    "UNIQUE uq_thing_hash: thing[hash] = (byte[4] 0x00270aff) has (00000000-0000-0000-0000-000000000001)"),
            is(
                    "bytes-parent",
                    row(THING, NINE, new byte[] {9, 9, 9, 9}, null, null, null, null, new byte[] {0, 39, 92, -1}),
                    "FK-PARENT fk_thing_parent_hash: thing[parent_hash] = (byte[4] 0x00275cff) -> thing[hash]"),
            is(
                    "decimal-unique",
                    row(THING, NINE, new byte[] {9, 9, 9, 9}, new BigDecimal("1.5")),
                    "UNIQUE uq_thing_price: thing[price] = (1.5) has (00000000-0000-0000-0000-000000000001)"),
            is(
                    "decimal-parent",
                    row(THING, NINE, new byte[] {9, 9, 9, 9}, null, null, null, null, null, new BigDecimal("7")),
                    "FK-PARENT fk_thing_parent_price: thing[parent_price] = (7) -> thing[price]"),
            is(
                    "date-unique",
                    row(THING, NINE, new byte[] {9, 9, 9, 9}, null, LocalDate.of(2024, 2, 29)),
                    "UNIQUE uq_thing_day: thing[day] = (2024-02-29) has (00000000-0000-0000-0000-000000000001)"),
            is(
                    "enum-unique",
                    row(THING, NINE, new byte[] {9, 9, 9, 9}, null, null, Size.LARGE),
                    "UNIQUE uq_thing_size: thing[size] = (LARGE) has (00000000-0000-0000-0000-000000000001)"),
            is(
                    "text-newline",
                    row(DOC, 7, 7, "it's \"one\"\nDetail: Key (title)=(x) already exists."),
                    "UNIQUE uq_doc_title: doc[title] = ('it''s \"one\"\\nDetail: Key (title)=(x) already exists.') has (1, 1)"),
            is(
                    "text-long",
                    row(DOC, 7, 7, "x".repeat(700)),
                    "UNIQUE uq_doc_title: doc[title] = ('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' (700 characters)) has (2, 1)"),
            is("composite-pk", row(DOC, 1, 1, null), "UNIQUE (pk) pk_doc: doc[tenant, id] = (1, 1) has (1, 1)"),
            is(
                    "cascade-three",
                    deleteFrom(A).where(equal(A, "id", 1)),
                    "FK-CHILD fk_d_c_id: d[c_id] = (3) -> c[id] by d[c_id][[4], [5]]"),
            is("cascade-raw", sql("DELETE FROM a"), "FK-CHILD fk_d_c_id: d[c_id] = (3) -> c[id] by d[c_id][[4], [5]]"));

    private Engine engine(Database database) {
        assumeThat(database.hasOneConnection()).as("same as in a file").isFalse();
        Engine engine = database.engine(settings -> settings.metaData(TABLES).listener(counting()));
        TABLES.createAll(engine);
        List<Statement> rows = List.of(
                row(DOC, 1, 1, "it's \"one\"\nDetail: Key (title)=(x) already exists."),
                row(DOC, 2, 1, "x".repeat(700)),
                row(DOC, 1, 2, "two"),
                row(NOTE, 1, 1, 1, null),
                row(NOTE, 1, 2, 1, 1),
                row(ACCOUNT, 1, "one", "ann", 100),
                row(ACCOUNT, 2, "two", "bob", 200),
                row(ACCOUNT, 3, "three", "cat", 300),
                row(ACCOUNT, 4, "four", "dan", 400),
                row(TRANSFER, 1, 1, 2, "one"),
                row(TRANSFER, 2, 3, 1, "one"),
                row(NODE, 1, null),
                row(NODE, 2, 1),
                row(NODE, 3, 3),
                row(ORDER, 1, 10, null),
                row(ORDER, 2, 20, 1),
                row(
                        THING,
                        ONE,
                        new byte[] {0, 39, 10, -1},
                        new BigDecimal("1.50"),
                        LocalDate.of(2024, 2, 29),
                        Size.LARGE),
                row(THING, TWO, new byte[] {1, 1, 1, 1}, null, null, null, ONE),
                row(A, 1),
                row(B, 2, 1),
                row(C, 3, 2),
                row(D, 4, 3),
                row(D, 5, 3));
        engine.transaction(connection -> rows.forEach(connection::execute));
        return engine;
    }

    private final AtomicInteger lookups = new AtomicInteger();

    private StatementListener counting() {
        return new StatementListener() {
            @Override
            public void onLookup(StatementEvent event) {
                lookups.incrementAndGet();
            }
        };
    }

    private static @Nullable DatabaseException fails(Engine engine, ConnectionWork<RuntimeException> door) {
        try (Connection connection = engine.connect()) {
            door.run(connection);
            return null;
        } catch (DatabaseException e) {
            return e;
        }
    }

    /** What the exception says, in one line. */
    private static String told(@Nullable DatabaseException error) {
        if (error == null) {
            return "nothing";
        }
        ConstraintFacts facts = error.facts().constraint();
        StringBuilder text = new StringBuilder(error.code().replaceFirst("DVT-\\d+-", ""));
        text.append(facts.primaryKey() ? " (pk) " : " ")
                .append(facts.name())
                .append(": ")
                .append(facts.table());
        text.append(facts.columns());
        if (!facts.values().isEmpty()) {
            text.append(" = ")
                    .append(ValueText.row(new ArrayList<>(facts.values().values())));
        }
        ForeignKeyFacts key = facts.foreignKey();
        if (key != null) {
            text.append(" -> ").append(key.referencedTable()).append(key.referencedColumns());
            key.referencing()
                    .forEach(rows -> text.append(" by ")
                            .append(rows.table())
                            .append(rows.columns())
                            .append(rows.sampleKeys()));
        }
        if (!facts.existingRow().isEmpty()) {
            text.append(" has ")
                    .append(ValueText.row(List.copyOf(facts.existingRow().values())));
        }
        if (error.facts().statement().batchSize() > 1) {
            text.append(" row ")
                    .append(error.rowIndex())
                    .append(error.facts().statement().candidates());
        }
        return text.toString();
    }

    @EveryDatabase
    void everyDoor(Database database) {
        Engine engine = engine(database);
        String name = database.name().equals("mysql") ? "mariadb" : database.name();
        SoftAssertions softly = new SoftAssertions();
        for (Case one : CASES) {
            lookups.set(0);
            softly.assertThat(told(fails(engine, one.door()))).as(one.name()).isEqualTo(one.told(name));
            softly.assertThat(lookups.get()).as("look-ups of " + one.name()).isLessThan(30);
        }
        softly.assertAll();
    }

    @EveryDatabase
    void nothingIsLookedUpWhereNothingFails(Database database) {
        Engine engine = engine(database);
        lookups.set(0);
        engine.transaction(connection -> {
            connection.execute(row(ACCOUNT, 9, "nine", "zoe", 1));
            connection.executeBatch(prepared(TRANSFER, 3), List.of(of(8, 1, 9), of(9, 9, 2)));
            connection.execute(deleteFrom(D));
        });
        assertThat(lookups.get()).isZero();
    }

    /** What may not be looked up is left out, and nothing else changes. */
    @EveryDatabase
    void withoutLookUpsFactsAreAbsent(Database database) {
        engine(database);
        Engine quiet = database.engine(
                settings -> settings.metaData(TABLES).explainViolations(false).listener(counting()));
        lookups.set(0);
        SoftAssertions softly = new SoftAssertions();
        for (Case one : CASES) {
            DatabaseException error = fails(quiet, one.door());
            String told = told(error);
            // Each fact that is told is one of those that are told with look-ups.
            String known = one.told(database.name().equals("mysql") ? "mariadb" : database.name());
            if (error instanceof IntegrityException broken && !known.equals("nothing")) {
                softly.assertThat(broken.code()).as(one.name()).startsWith("DVT-23-" + known.split("[- ]")[0]);
                if (!broken.values().isEmpty() && broken.constraint() != null && known.contains(" = ")) {
                    softly.assertThat(known).as(one.name()).contains(told.replaceFirst(" (->|has|row).*", ""));
                }
            } else {
                softly.assertThat(told).as(one.name()).isEqualTo(known);
            }
        }
        softly.assertThat(lookups.get()).isZero();
        softly.assertAll();
    }

    private static void run(Engine engine, String... sql) {
        engine.transaction(connection -> List.of(sql).forEach(one -> connection.execute(sql(one))));
    }

    private static void assertTold(Engine engine, Statement statement, String told) {
        assertThat(told(fails(engine, connection -> connection.execute(statement))))
                .isEqualTo(told);
    }

    /** What is equal to the database need not be equal here. */
    @EveryDatabase
    void textsInAnotherCase(Database database) {
        assumeThat(database.hasOneConnection()).isFalse();
        String folded = switch (database.name()) {
            case "sqlite" -> "VARCHAR(20) COLLATE NOCASE";
            case "h2" -> "VARCHAR_IGNORECASE(20)";
            case "mariadb" -> "VARCHAR(20) COLLATE utf8mb4_general_ci";
            default -> "";
        };
        assumeThat(folded).isNotEmpty();
        Table word = Table.of(
                "word",
                column("id", INTEGER).primaryKey(),
                column("w", VARCHAR(20)).unique());
        Table use = Table.of(
                "wuse",
                column("id", INTEGER).primaryKey(),
                column("w", VARCHAR(20)).references("word", "w"));
        Engine engine = database.engine(settings -> settings.metaData(MetaData.of(word, use)));
        run(
                engine,
                "CREATE TABLE word (id INTEGER PRIMARY KEY, w " + folded + ", CONSTRAINT uq_word_w UNIQUE (w))",
                "CREATE TABLE wuse (id INTEGER PRIMARY KEY, w " + folded
                        + ", CONSTRAINT fk_wuse_w FOREIGN KEY (w) REFERENCES word (w))",
                "INSERT INTO word VALUES (1, 'abc')",
                "INSERT INTO wuse VALUES (1, 'ABC')");
        assertTold(engine, row(word, 2, "ABC"), "UNIQUE uq_word_w: word[w] = ('ABC') has (1)");
        assertTold(engine, rows(word, of(2, "x"), of(3, "X")), "UNIQUE uq_word_w: word[w]");
        assertTold(engine, row(use, 2, "ABD"), "FK-PARENT fk_wuse_w: wuse[w] = ('ABD') -> word[w]");
        assertTold(engine, deleteFrom(word), "FK-CHILD fk_wuse_w: wuse[w] = ('ABC') -> word[w] by wuse[w][[1]]");
    }

    private static final Table MAIL = Table.of(
            "mail", column("id", INTEGER).primaryKey(), column("address", VARCHAR(40)), column("active", INTEGER));

    /** Keys that the program does not know, of expressions and of some rows only. */
    @EveryDatabase
    void uniqueIndexesOfExpressionsAndOfSomeRows(Database database) {
        assumeThat(database.name()).isIn("sqlite", "postgresql");
        Engine engine = database.engine(settings -> settings.metaData(MetaData.of(MAIL)));
        MetaData.of(MAIL).createAll(engine);
        run(
                engine,
                "CREATE UNIQUE INDEX uq_mail_lower ON mail (lower(address))",
                "CREATE UNIQUE INDEX uq_mail_active ON mail (active) WHERE active > 5",
                "INSERT INTO mail VALUES (1, 'Ann@x', 9)",
                "INSERT INTO mail VALUES (2, 'Bob@x', 3)");
        boolean named = database.name().equals("postgresql");
        String active = "UNIQUE " + (named ? "uq_mail_active" : "null") + ": mail[active]";
        assertTold(engine, row(MAIL, 3, "ANN@X", 3), "UNIQUE uq_mail_lower: mail[]");
        assertTold(engine, row(MAIL, 3, "c", 9), active + " = (9)");
        assertTold(engine, rows(MAIL, of(3, "c", 3), of(4, "d", 9)), active + (named ? " = (9)" : ""));
        assertThat(fails(engine, connection -> connection.execute(row(MAIL, 3, "ANN@X", 3))))
                .hasMessageContaining("mail: another row has the same by uq_mail_lower")
                .hasMessageContaining("look at what uq_mail_lower is made of");
    }

    @EveryDatabase
    void setNullOfAColumnThatCannotBe(Database database) {
        assumeThat(database.name()).isIn("sqlite", "postgresql", "h2");
        Table base = Table.of("nbase", column("id", INTEGER).primaryKey());
        Table strict = Table.of(
                "nstrict",
                column("id", INTEGER).primaryKey(),
                column("base_id", INTEGER).notNull().references("nbase", "id", SET_NULL));
        MetaData tables = MetaData.of(base, strict);
        Engine engine = database.engine(settings -> settings.metaData(tables));
        tables.createAll(engine);
        run(engine, "INSERT INTO nbase VALUES (1)", "INSERT INTO nstrict VALUES (1, 1)");
        String told = "NOT-NULL null: nstrict[base_id] = (null)";
        assertTold(engine, deleteFrom(base), told);
        assertTold(engine, sql("DELETE FROM nbase WHERE id = :id").bind("id", 1), told);
        assertThat(fails(engine, connection -> connection.execute(deleteFrom(base))))
                .hasMessageContaining("fk_nstrict_base_id says ON DELETE SET NULL, but base_id is NOT NULL");
    }

    @EveryDatabase
    void aPrimaryKeyOfRowsThatAreTheSame(Database database) {
        assumeThat(database.name()).as("adds none to a table").doesNotStartWith("sqlite");
        Engine engine = database.engine();
        run(
                engine,
                "CREATE TABLE bad (id INTEGER, n INTEGER)",
                "INSERT INTO bad VALUES (1, 1)",
                "INSERT INTO bad VALUES (1, 2)");
        DatabaseException error = fails(
                engine,
                connection -> connection.execute(sql("ALTER TABLE bad ADD CONSTRAINT pk_bad PRIMARY KEY (id)")));
        assertThat(error).isInstanceOf(UniqueViolationException.class);
        assertThat(told(error)).startsWith("UNIQUE (pk) pk_bad: bad[id]");
    }
}
