package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.reflect.Inspector;
import dev.dovetail.reflect.Reflected;
import dev.dovetail.reflect.Reflection;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;

/** What was created is read back as it was. */
public class ReflectionContract {
    private static final Table PERSON = Table.of(
            "person",
            column("id", Types.BIGINT).primaryKey().generated(),
            column("name", Types.VARCHAR(40)).notNull().unique(),
            column("state", Types.VARCHAR(10))
                    .notNull()
                    .defaultSql("'new'")
                    .check("ck_person_state", "state IN ('new', 'old')"),
            column("age", Types.INTEGER).check("age >= 0 AND age < 200"),
            column("balance", Types.NUMERIC(10, 2)).defaultSql("0.00"),
            column("active", Types.BOOLEAN).notNull().defaultSql("TRUE"),
            column("created", Types.TIMESTAMP).defaultSql("CURRENT_TIMESTAMP"),
            column("parent_id", Types.BIGINT).references("person", "id", ReferentialAction.SET_NULL),
            index("age", "name"));

    private static final Table ORDER = Table.of(
            "order",
            column("group", Types.INTEGER),
            column("No", Types.INTEGER),
            column("person_id", Types.BIGINT).notNull().references("person", "id", CASCADE),
            column("note", Types.TEXT),
            primaryKey("group", "No"),
            unique("person_id", "No").named("One per Person"),
            check("ck positive", "person_id > 0"),
            index("person_id").named("ix order"));

    private static final Table ITEM = Table.of(
            "item",
            column("id", Types.INTEGER).primaryKey(),
            column("order_group", Types.INTEGER),
            column("order_no", Types.INTEGER),
            foreignKey("order_group", "order_no")
                    .references("order", "group", "No")
                    .onDelete(CASCADE));

    /** Makes the tests; JUnit calls it. */
    public ReflectionContract() {}

    private static void roundTrip(Database database, Table... tables) {
        MetaData created = MetaData.of(tables);
        created.createAll(database.engine());
        Reflected first = Reflection.of(database.engine()).read();
        assertThat(first.warnings()).isEmpty();
        assertThat(ddl(database, first.metaData())).containsExactlyElementsOf(ddl(database, created));
        created.dropAll(database.engine());
        first.metaData().createAll(database.engine());
        MetaData second = Reflection.of(database.engine()).reflect();
        assertThat(first.metaData().differences(second)).isEmpty();
        assertThat(ddl(database, second)).isEqualTo(ddl(database, first.metaData()));
    }

    /** The statements in an order that does not depend on that of the catalogue, and so with the parts of each. */
    private static List<String> ddl(Database database, MetaData metaData) {
        List<String> statements = new ArrayList<>();
        for (String statement : new DdlRenderer(database.dialect()).create(metaData)) {
            List<String> parts = new ArrayList<>(List.of(statement.split("(?=, CONSTRAINT )")));
            String rest = "";
            int last = parts.size() - 1;
            int end = parts.get(last).lastIndexOf(')');
            if (last > 0) {
                rest = parts.get(last).substring(end);
                parts.set(last, parts.get(last).substring(0, end));
            }
            statements.add(parts.get(0) + parts.stream().skip(1).sorted().toList() + rest);
        }
        return statements.stream().sorted().toList();
    }

    @EveryDatabase
    void keysAndDefaults(Database database) {
        roundTrip(database, PERSON, ORDER, ITEM);
    }

    @EveryDatabase
    void types(Database database) {
        roundTrip(
                database,
                Table.of(
                        "every_type",
                        column("id", Types.INTEGER).primaryKey(),
                        column("a_boolean", Types.BOOLEAN),
                        column("a_smallint", Types.SMALLINT),
                        column("a_bigint", Types.BIGINT),
                        column("a_real", Types.REAL),
                        column("a_double", Types.DOUBLE),
                        column("a_numeric", Types.NUMERIC),
                        column("a_price", Types.NUMERIC(12, 2)),
                        column("a_long_number", Types.BIG_INTEGER),
                        column("a_tinyint", Types.TINYINT),
                        column("a_char", Types.CHAR(3)),
                        column("a_json", Types.JSON),
                        column("a_milli", Types.TIME(3)),
                        column("a_varchar", Types.VARCHAR(20)),
                        column("a_text", Types.TEXT),
                        column("a_binary", Types.BINARY(20)),
                        column("a_blob", Types.BLOB),
                        column("a_uuid", Types.UUID),
                        column("a_date", Types.DATE),
                        column("a_time", Types.TIME),
                        column("a_timestamp", Types.TIMESTAMP),
                        column("a_second", Types.TIMESTAMP(0)),
                        column("an_offset", Types.TIMESTAMP_TZ),
                        column("an_instant", Types.INSTANT)));
    }

    @EveryDatabase
    void inspector(Database database) {
        database.create(PERSON, ORDER, ITEM);
        Inspector inspector = Inspector.of(database.engine());
        assertThat(inspector.tables()).containsExactlyInAnyOrder("person", "order", "item");
        CatalogueTable order = inspector.table("order");
        assertThat(order.columns()).extracting("name").containsExactly("group", "No", "person_id", "note");
        assertThat(order.uniques()).extracting("name").containsExactly("One per Person");
        assertThat(order.foreignKeys()).hasSize(1);
        assertThatThrownBy(() -> inspector.table("persons"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("did you mean person?");
    }

    @EveryDatabase
    void fewStatements(Database database) {
        database.create(PERSON, ORDER, ITEM);
        Reflection.of(database.engine()).reflect();
        assertThat(database.statements().sql()).hasSizeLessThanOrEqualTo(8);
    }

    @EveryDatabase
    void followsForeignKeys(Database database) {
        database.create(PERSON, ORDER, ITEM);
        assertThat(Reflection.of(database.engine()).only("item").reflect().tables())
                .extracting(Table::name)
                .containsExactlyInAnyOrder("item", "order", "person");
        Reflected alone = Reflection.of(database.engine())
                .only("item")
                .followForeignKeys(false)
                .read();
        assertThat(alone.metaData().tables()).extracting(Table::name).containsExactly("item");
        assertThat(alone.warnings()).hasSize(1);
    }
}
