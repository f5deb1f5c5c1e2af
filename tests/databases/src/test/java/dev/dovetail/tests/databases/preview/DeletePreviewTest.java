package dev.dovetail.tests.databases.preview;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dovetail.DatabaseException;
import dev.dovetail.Redacted;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.preview.DeleteAction;
import dev.dovetail.preview.DeleteActor;
import dev.dovetail.preview.DeleteEffect;
import dev.dovetail.preview.DeletePreview;
import dev.dovetail.preview.DeleteTotal;
import dev.dovetail.preview.DeleteVerdict;
import dev.dovetail.preview.ForeignKeyGraph;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Sql;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DeletePreviewTest {

    private static final Table CUSTOMER = Table.of(
            "customer",
            column("id", INTEGER).primaryKey(),
            column("name", VARCHAR(50)),
            column("manager_id", INTEGER).references("customer", "id", ReferentialAction.CASCADE));

    private static final Table PURCHASE = Table.of(
            "purchase",
            column("shop", INTEGER).notNull(),
            column("number", INTEGER).notNull(),
            column("customer_id", INTEGER).notNull(),
            primaryKey("shop", "number"),
            foreignKey("customer_id")
                    .references("customer", "id")
                    .onDelete(ReferentialAction.CASCADE)
                    .named("purchase_customer"));

    private static final Table VISIT = Table.of(
            "visit",
            column("id", INTEGER).primaryKey(),
            column("customer_id", INTEGER),
            foreignKey("customer_id")
                    .references("customer", "id")
                    .onDelete(ReferentialAction.SET_NULL)
                    .named("visit_customer"));

    private static final Table INVOICE = Table.of(
            "invoice",
            column("id", INTEGER).primaryKey(),
            column("shop", INTEGER),
            column("number", INTEGER),
            foreignKey("shop", "number")
                    .references("purchase", "shop", "number")
                    .named("invoice_purchase"));

    private static void create(Database database, boolean withInvoices) {
        database.create(CUSTOMER, PURCHASE, VISIT, INVOICE);
        database.engine().transaction(connection -> {
            for (String row : List.of("1, 'Ann', NULL", "2, 'Ben', 1", "3, 'Cem', 2", "4, 'Dan', NULL")) {
                connection.execute(Sql.sql("INSERT INTO customer (id, name, manager_id) VALUES (" + row + ")"));
            }
            for (String row : List.of("1, 1, 1", "1, 2, 1", "2, 1, 3", "2, 2, 4")) {
                connection.execute(Sql.sql("INSERT INTO purchase (shop, number, customer_id) VALUES (" + row + ")"));
            }
            for (int id = 1; id <= 7; id++) {
                connection.execute(Sql.sql("INSERT INTO visit (id, customer_id) VALUES (" + id + ", 2)"));
            }
            if (withInvoices) {
                connection.execute(Sql.sql("INSERT INTO invoice (id, shop, number) VALUES (9, 2, 1)"));
            }
        });
    }

    private static Condition ann() {
        return Sql.table(CUSTOMER).col("id", Integer.class).eq(1);
    }

    private static DeletePreview preview(Database database) {
        try (Connection connection = database.engine().connect()) {
            return ForeignKeyGraph.read(connection, MetaData.of(CUSTOMER, PURCHASE, VISIT, INVOICE))
                    .previewDelete(connection, CUSTOMER, ann());
        }
    }

    @EveryDatabase
    void countsWhatTheDatabaseDoesByItself(Database database) {
        create(database, false);
        DeletePreview preview = preview(database);
        assertThat(preview.verdict()).isEqualTo(DeleteVerdict.ALLOWED);
        assertThat(preview.refusals()).isEmpty();
        assertThat(preview.total("customer")).isEqualTo(new DeleteTotal("customer", 1, 2, 0, 0, 0, false));
        assertThat(preview.total("purchase")).isEqualTo(new DeleteTotal("purchase", 0, 3, 0, 0, 0, false));
        assertThat(preview.total("visit")).isEqualTo(new DeleteTotal("visit", 0, 0, 7, 0, 0, false));
        DeleteEffect asked = preview.effects().get(0);
        assertThat(asked.actor()).isEqualTo(DeleteActor.STATEMENT);
        assertThat(asked.sampleKeys()).containsExactly(List.of(1));
        assertThat(asked.effects())
                .extracting(DeleteEffect::table, DeleteEffect::actor, DeleteEffect::action, DeleteEffect::rows)
                .contains(
                        tuple("customer", DeleteActor.DATABASE, DeleteAction.DELETE, 1L),
                        tuple("purchase", DeleteActor.DATABASE, DeleteAction.DELETE, 2L));
        assertThat(database.engine().statistics().connectionsInUse()).isZero();
    }

    @EveryDatabase
    void saysWhatRefusesAndWhatToDo(Database database) {
        create(database, true);
        DeletePreview preview = preview(database);
        assertThat(preview.refused()).isTrue();
        DeleteEffect refusal = preview.refusals().get(0);
        assertThat(refusal.table()).isEqualTo("invoice");
        assertThat(refusal.constraint()).isEqualTo("invoice_purchase");
        assertThat(refusal.sampleKeys()).containsExactly(List.of(9));
        assertThat(refusal.remedy())
                .isEqualTo(
                        "delete these rows first, let them refer to other rows, or declare ON DELETE CASCADE or SET NULL");
    }

    @EveryDatabase
    void isShownAsTextJsonAndDiagram(Database database) {
        create(database, true);
        DeletePreview preview = preview(database);
        golden(database, "txt", preview.toText());
        golden(database, "json", preview.toJson());
        golden(database, "mmd", preview.toMermaid());
        assertThat(preview).hasToString(preview.toText());
    }

    @EveryDatabase
    void onlyReads(Database database) {
        create(database, true);
        database.statements().clear();
        preview(database);
        assertThat(database.statements().sql())
                .allMatch(sql -> sql.matches("(?is)\\s*(SELECT|WITH|PRAGMA|SHOW|BEGIN|SET|ROLLBACK|COMMIT|START).*"))
                .noneMatch(sql -> sql.contains("FOR UPDATE"));
    }

    @EveryDatabase
    void leavesOutValuesWhereTheEngineDoes(Database database) {
        create(database, true);
        if (database.hasOneConnection()) {
            return;
        }
        try (Connection connection =
                database.engine(settings -> settings.redaction(Redaction.ALL)).connect()) {
            DeletePreview preview = ForeignKeyGraph.read(connection).previewDelete(connection, CUSTOMER, ann());
            assertThat(preview.refusals().get(0).sampleKeys()).containsExactly(List.of(Redacted.VALUE));
        }
    }

    @EveryDatabase
    void leavesOutSensitiveValuesAndWhatRefersToThem(Database database) {
        Table account = Table.of("account", column("iban", VARCHAR(30)).primaryKey());
        Table entry = Table.of(
                "entry",
                column("iban", VARCHAR(30)).notNull().references("account", "iban", ReferentialAction.CASCADE),
                column("number", INTEGER).notNull(),
                primaryKey("iban", "number"));
        database.create(account, entry);
        database.engine().transaction(connection -> {
            connection.execute(Sql.sql("INSERT INTO account (iban) VALUES ('DE1')"));
            connection.execute(Sql.sql("INSERT INTO entry (iban, number) VALUES ('DE1', 5)"));
        });
        try (Connection connection = database.engine().connect()) {
            DeletePreview preview = ForeignKeyGraph.read(connection, MetaData.of(account, entry))
                    .request()
                    .rows(account, Sql.table(account).col("iban", String.class).eq("DE1"))
                    .sensitive((table, column) -> table.equals("account") && column.equals("iban"))
                    .preview(connection);
            assertThat(preview.effects().get(0).sampleKeys()).containsExactly(List.of(Redacted.VALUE));
            assertThat(preview.effects().get(0).effects().get(0).sampleKeys())
                    .containsExactly(List.of(Redacted.VALUE, 5));
            assertThat(preview.toText() + preview.toJson() + preview.toMermaid())
                    .doesNotContain("DE1");
        }
    }

    @EveryDatabase
    void refusesATableThatIsNotThere(Database database) {
        try (Connection connection = database.engine().connect()) {
            ForeignKeyGraph graph = ForeignKeyGraph.read(connection);
            assertThatThrownBy(() -> graph.previewDelete(connection, CUSTOMER, ann()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("customer")
                    .extracting(thrown -> ((UsageException) thrown).code())
                    .isEqualTo("DVT-PREVIEW-TABLE");
        }
    }

    @EveryDatabase
    void aCircleOfManyRowsIsCountedAtLeast(Database database) {
        Table left = Table.of(
                "left_side",
                column("id", INTEGER).primaryKey(),
                column("other_id", INTEGER).references("right_side", "id", ReferentialAction.CASCADE));
        Table right = Table.of(
                "right_side",
                column("id", INTEGER).primaryKey(),
                column("other_id", INTEGER).references("left_side", "id", ReferentialAction.CASCADE));
        database.create(left, right);
        int many = ForeignKeyGraph.KEYS + 10;
        database.engine().transaction(connection -> {
            connection.execute(Sql.sql("INSERT INTO left_side (id) VALUES (1)"));
            StringBuilder rows = new StringBuilder("(1, 1)");
            for (int id = 2; id <= many; id++) {
                rows.append(", (").append(id).append(", 1)");
            }
            connection.execute(Sql.sql("INSERT INTO right_side (id, other_id) VALUES " + rows));
        });
        try (Connection connection = database.engine().connect()) {
            DeletePreview preview = ForeignKeyGraph.read(connection)
                    .previewDelete(
                            connection,
                            left,
                            Sql.table(left).col("id", Integer.class).eq(1));
            assertThat(preview.total("right_side").atLeast()).isTrue();
            assertThat(preview.total("right_side").deleted()).isEqualTo(ForeignKeyGraph.KEYS);
            assertThat(preview.notes()).anyMatch(note -> note.contains("in a circle"));
        }
    }

    @EveryDatabase
    void aDeepTreeGoesAsFarAsTheDatabaseGoes(Database database) {
        Table node = Table.of(
                "node",
                column("id", INTEGER).primaryKey(),
                column("parent_id", INTEGER).references("node", "id", ReferentialAction.CASCADE));
        database.create(node);
        Condition root = Sql.table(node).col("id", Integer.class).eq(1);
        for (int depth = 13; depth <= 20; depth++) {
            for (int id = 1; id <= depth; id++) {
                String row = id + ", " + (id == 1 ? "NULL" : String.valueOf(id - 1));
                database.engine().transaction(connection -> {
                    connection.execute(Sql.sql("INSERT INTO node (id, parent_id) VALUES (" + row + ")"));
                });
            }
            DeletePreview preview;
            try (Connection connection = database.engine().connect()) {
                preview = ForeignKeyGraph.read(connection).previewDelete(connection, node, root);
            }
            boolean refused = false;
            try {
                database.engine().transaction(connection -> {
                    connection.execute(Sql.deleteFrom(node).where(root));
                });
            } catch (DatabaseException e) {
                refused = true;
                database.engine().transaction(connection -> {
                    connection.execute(Sql.sql("UPDATE node SET parent_id = NULL"));
                    connection.execute(Sql.deleteFrom(node));
                });
            }
            assertThat(preview.refused())
                    .as("%s rows, one below the other", depth)
                    .isEqualTo(refused);
        }
    }

    /** One file for all databases, but for what a database has another word for. */
    private static void golden(Database database, String kind, String text) {
        String plain = text.replace("\"RESTRICT\"", "\"NO_ACTION\"").replace("RESTRICT", "NO ACTION");
        String name = "/golden/preview/customer." + kind;
        if (Boolean.getBoolean("golden.write")) {
            if (database.name().equals("sqlite")) {
                try {
                    Path file = Path.of("src/test/resources" + name);
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, plain);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return;
        }
        try (InputStream stream = DeletePreviewTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            assertThat(plain).isEqualTo(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
