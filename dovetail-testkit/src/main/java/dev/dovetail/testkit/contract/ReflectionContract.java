package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.exclude;
import static dev.dovetail.schema.Schema.expression;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.part;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.reflect.Inspector;
import dev.dovetail.reflect.Reflected;
import dev.dovetail.reflect.Reflection;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.EnumType;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.SequenceOptions;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.schema.View;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

    private static void roundTrip(Database database, SchemaObject... objects) {
        MetaData created = MetaData.of(objects);
        created.createAll(database.engine());
        Reflected first = Reflection.of(database.engine()).read();
        assertThat(first.warnings())
                .filteredOn(warning -> !warning.contains("NATIVE"))
                .isEmpty();
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
    void arrays(Database database) {
        if (!database.has(Capability.ARRAYS)) {
            return; // H2 can store them, and has few operators for them.
        }
        roundTrip(
                database,
                holder(table -> table.add(column("numbers", Types.ARRAY(Types.INTEGER)))
                        .add(column("names", Types.ARRAY(Types.VARCHAR(20))).notNull())
                        .add(column("prices", Types.ARRAY(Types.NUMERIC(10, 2))))));
    }

    private static Table holder(Consumer<TableBuilder> elements) {
        TableBuilder builder = Table.builder("holder")
                .add(column("id", Types.INTEGER).primaryKey())
                .add(column("a", Types.INTEGER))
                .add(column("name", Types.VARCHAR(40)));
        elements.accept(builder);
        return builder.build();
    }

    @EveryDatabase
    void constants(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(column("c", Types.VARCHAR(40)).defaultValue("it's"))
                        .add(column("n", Types.INTEGER).defaultValue(-5))
                        .add(column("b", Types.BOOLEAN).defaultValue(false))
                        .add(column("d", Types.NUMERIC(10, 2)).defaultValue(new BigDecimal("12.50")))));
    }

    @EveryDatabase
    void comments(Database database) {
        if (!database.has(Capability.COMMENTS)) {
            return; // They stay in the model.
        }
        roundTrip(
                database,
                holder(table -> table.comment("it's a holder")
                        .add(column("c", Types.INTEGER).comment("it's a column"))));
    }

    @EveryDatabase
    @Requires(Capability.STORED_COLUMNS)
    void storedColumn(Database database) {
        roundTrip(
                database,
                holder(table ->
                        table.add(column("c", Types.INTEGER).computed("a + id * 2", ColumnValue.Storage.STORED))));
    }

    @EveryDatabase
    @Requires(Capability.VIRTUAL_COLUMNS)
    void virtualColumn(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(column("c", Types.INTEGER).computed("a + id", ColumnValue.Storage.VIRTUAL))));
    }

    @EveryDatabase
    @Requires(Capability.IDENTITY_OPTIONS)
    void identityOptions(Database database) {
        roundTrip(
                database,
                Table.of(
                        "counted",
                        column("id", Types.BIGINT)
                                .identity(ColumnValue.Identity.BY_DEFAULT.with(SequenceOptions.DEFAULT
                                        .startWith(10)
                                        .incrementBy(5)
                                        .maxValue(1000)
                                        .cache(5)
                                        .cycled()))
                                .primaryKey()));
    }

    @EveryDatabase
    @Requires(Capability.IDENTITY_ALWAYS)
    void identityAlways(Database database) {
        roundTrip(
                database,
                Table.of(
                        "counted",
                        column("id", Types.INTEGER)
                                .identity(ColumnValue.Identity.ALWAYS)
                                .primaryKey()));
    }

    @EveryDatabase
    @Requires(Capability.SEQUENCES)
    void sequences(Database database) {
        Sequence numbers =
                Sequence.of("Order numbers", options -> options.startWith(100).incrementBy(10));
        roundTrip(
                database,
                Sequence.of("plain"),
                holder(table -> table.add(column("n", Types.BIGINT).defaultNext(numbers))));
    }

    @EveryDatabase
    @Requires(Capability.ENUM_TYPES)
    void enums(Database database) {
        roundTrip(
                database,
                EnumType.of("mood", "happy", "it's so-so"),
                holder(table -> table.add(column("m", Types.NATIVE("mood")).defaultValue("happy"))));
    }

    @EveryDatabase
    @Requires(Capability.DEFERRABLE_FOREIGN_KEYS)
    void deferrableForeignKeys(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(
                                foreignKey("a").references("holder", "id").deferrable(true))
                        .add(column("b", Types.INTEGER))
                        .add(foreignKey("b").references("holder", "id").deferrable(false))));
    }

    @EveryDatabase
    @Requires(Capability.DEFERRABLE_KEYS)
    void deferrableKeys(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(unique("a", "name").deferrable(true))
                        .add(unique("a").deferrable(false))));
    }

    @EveryDatabase
    @Requires(Capability.NULLS_NOT_DISTINCT)
    void nullsNotDistinct(Database database) {
        roundTrip(database, holder(table -> table.add(unique("a").nullsNotDistinct())));
    }

    @EveryDatabase
    @Requires(Capability.MATCH_FULL)
    void matchFull(Database database) {
        roundTrip(
                database,
                Table.of(
                        "pair",
                        column("x", Types.INTEGER),
                        column("y", Types.INTEGER),
                        column("to_x", Types.INTEGER),
                        column("to_y", Types.INTEGER),
                        primaryKey("x", "y"),
                        foreignKey("to_x", "to_y").references("pair", "x", "y").matchFull()));
    }

    @EveryDatabase
    void actions(Database database) {
        roundTrip(
                database,
                holder(table ->
                        table.add(foreignKey("a").references("holder", "id").onDelete(ReferentialAction.SET_NULL))),
                Table.of(
                        "other",
                        column("id", Types.INTEGER).primaryKey(),
                        column("holder_id", Types.INTEGER),
                        foreignKey("holder_id")
                                .references("holder", "id")
                                .onDelete(CASCADE)
                                .onUpdate(CASCADE)
                                .named("Other's holder")));
    }

    @EveryDatabase
    void everyActionOfBothKinds(Database database) {
        List<ReferentialAction> actions = new ArrayList<>(List.of(ReferentialAction.values()));
        actions.remove(ReferentialAction.SET_DEFAULT);
        if (List.of("MariaDB", "MySQL").contains(database.dialect().name())) {
            // MariaDB does not tell it from NO ACTION.
            actions.remove(ReferentialAction.RESTRICT);
        }
        TableBuilder builder =
                Table.builder("child").add(column("id", Types.INTEGER).primaryKey());
        for (ReferentialAction onDelete : actions) {
            for (ReferentialAction onUpdate : actions) {
                String name = "on_" + actions.indexOf(onDelete) + "_" + actions.indexOf(onUpdate);
                builder.add(column(name, Types.INTEGER))
                        .add(foreignKey(name)
                                .references("holder", "id")
                                .onDelete(onDelete)
                                .onUpdate(onUpdate));
            }
        }
        roundTrip(database, holder(table -> {}), builder.build());
    }

    @EveryDatabase
    @Requires(Capability.SET_DEFAULT_ACTION)
    void setDefault(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(foreignKey("a")
                        .references("holder", "id")
                        .onDelete(ReferentialAction.SET_DEFAULT)
                        .onUpdate(ReferentialAction.SET_DEFAULT))));
    }

    @EveryDatabase
    void cycles(Database database) {
        roundTrip(
                database,
                Table.of(
                        "egg",
                        column("id", Types.INTEGER).primaryKey(),
                        column("hen_id", Types.INTEGER).references("hen", "id")),
                Table.of(
                        "hen",
                        column("id", Types.INTEGER).primaryKey(),
                        column("egg_id", Types.INTEGER).references("egg", "id")));
    }

    @EveryDatabase
    void indexes(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(index(part("a").desc(), part("name")).named("ix mixed"))
                        .add(index("name", "a"))));
    }

    @EveryDatabase
    @Requires(Capability.PARTIAL_INDEXES)
    void partialIndex(Database database) {
        roundTrip(
                database,
                holder(table ->
                        table.add(index("a").where("a > 0 AND name IS NOT NULL").unique())));
    }

    @EveryDatabase
    @Requires(Capability.EXPRESSION_INDEXES)
    void expressionIndex(Database database) {
        roundTrip(
                database,
                holder(table ->
                        table.add(index(expression("upper(name)"), part("a")).named("ix_upper"))));
    }

    @EveryDatabase
    @Requires(Capability.INDEX_NULLS_ORDER)
    void nullsOrder(Database database) {
        // What is usual anyway is not told.
        boolean leastFirst = database.dialect().name().equals("H2");
        roundTrip(
                database,
                holder(table -> table.add(
                        leastFirst
                                ? index(
                                        part("a").nullsLast(),
                                        part("name").desc().nullsFirst())
                                : index(
                                        part("a").nullsFirst(),
                                        part("name").desc().nullsLast()))));
    }

    @EveryDatabase
    @Requires(Capability.COVERING_INDEXES)
    void coveringIndex(Database database) {
        roundTrip(database, holder(table -> table.add(index("a").include("name"))));
    }

    @EveryDatabase
    void indexPrefix(Database database) {
        if (database.has(Capability.INDEX_PREFIXES)) {
            roundTrip(database, holder(table -> table.add(index(part("name").prefix(10)))));
        }
    }

    @EveryDatabase
    @Requires(Capability.OPERATOR_CLASSES)
    void operatorClass(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(index(part("name").operatorClass("varchar_pattern_ops")))
                        .add(index("a").using("hash").named("ix_hash"))));
    }

    @EveryDatabase
    @Requires(Capability.EXCLUSION_CONSTRAINTS)
    void exclusion(Database database) {
        roundTrip(
                database,
                holder(table -> table.add(column("during", Types.NATIVE("int4range")))
                        .add(exclude("gist").with("during", "&&").where("a > 0").deferrable(false))));
    }

    @EveryDatabase
    @Requires(Capability.SCHEMAS)
    void schemas(Database database) {
        MetaData created = MetaData.of(
                Table.builder("parent")
                        .schema("one")
                        .add(column("id", Types.INTEGER).primaryKey())
                        .build(),
                Table.builder("child")
                        .schema("other one")
                        .add(column("id", Types.INTEGER).primaryKey())
                        .add(column("parent_id", Types.INTEGER))
                        .add(foreignKey("parent_id").inSchema("one").references("parent", "id"))
                        .build());
        created.createAll(database.engine());
        Reflection both = Reflection.of(database.engine()).schema("one", "other one");
        assertThat(created.differences(both.reflect())).isEmpty();
        MetaData followed = Reflection.of(database.engine()).schema("other one").reflect();
        assertThat(created.differences(followed)).isEmpty();
        assertThat(Inspector.of(database.engine()).schemas()).contains("one", "other one");
        created.dropAll(database.engine());
    }

    @EveryDatabase
    void views(Database database) {
        Table holder = holder(table -> {});
        MetaData created = MetaData.of(
                holder,
                View.of(
                        "z_view",
                        "SELECT id, name FROM holder WHERE a > 1",
                        column("id", Types.INTEGER),
                        column("name", Types.VARCHAR(40))),
                View.of("a_view", "SELECT id FROM z_view", column("id", Types.INTEGER)));
        created.createAll(database.engine());
        Reflected reflected = Reflection.of(database.engine()).views(true).read();
        assertThat(reflected.warnings()).isEmpty();
        assertThat(reflected.metaData().views()).extracting(View::name).containsExactly("z_view", "a_view");
        created.dropAll(database.engine());
        reflected.metaData().createAll(database.engine());
        Reflected again = Reflection.of(database.engine()).views(true).read();
        assertThat(reflected.metaData().differences(again.metaData())).isEmpty();
    }

    @EveryDatabase
    void manyTables(Database database) {
        List<Table> tables = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            tables.add(Table.of(
                    "t" + number,
                    column("id", Types.INTEGER).primaryKey(),
                    column("name", Types.VARCHAR(20)).notNull().unique("uq_t" + number),
                    column("other_id", Types.INTEGER).references("t" + Math.max(0, number - 1), "id"),
                    index("name", "id")));
        }
        MetaData.of(tables).createAll(database.engine());
        database.statements().clear();
        MetaData reflected = Reflection.of(database.engine()).reflect();
        assertThat(reflected.tables()).hasSize(60);
        assertThat(database.statements().sql()).hasSizeLessThanOrEqualTo(9);
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
        assertThat(database.statements().sql()).hasSizeLessThanOrEqualTo(9);
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
