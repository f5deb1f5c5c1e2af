package dev.dovetail.tests.databases;

import static dev.dovetail.schema.ColumnValue.Storage.STORED;
import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.ReferentialAction.RESTRICT;
import static dev.dovetail.schema.ReferentialAction.SET_NULL;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.part;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.BLOB;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.SMALLINT;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.schema.ColumnDefinition;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Schemas of the size and kind that people know from sample databases: a music shop, a trader, a video rental. */
final class SampleSchemas {
    static final Map<String, List<SchemaObject>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("music", music());
        ALL.put("trader", trader());
        ALL.put("rental", rental());
    }

    private SampleSchemas() {}

    static MetaData metaData(String schema) {
        return MetaData.of(ALL.get(schema));
    }

    /** The same, tables declared in another order, and views still at the end. */
    static MetaData shuffled(String schema, long seed) {
        List<SchemaObject> objects = new ArrayList<>(ALL.get(schema));
        List<SchemaObject> tables = objects.subList(
                0, (int) objects.stream().filter(Table.class::isInstance).count());
        Collections.shuffle(tables, new Random(seed));
        return MetaData.of(objects);
    }

    private static ColumnDefinition<Integer> id() {
        return column("id", INTEGER).generated().primaryKey();
    }

    private static ColumnDefinition<Integer> to(String table) {
        return column(table + "_id", INTEGER).references(table, "id");
    }

    /** Self reference, a join table with a composite key, many small ones; referenced tables declared last. */
    private static List<SchemaObject> music() {
        return List.of(
                Table.of(
                        "playlist_track",
                        to("playlist").notNull(),
                        to("track").notNull(),
                        primaryKey("playlist_id", "track_id"),
                        index("track_id")),
                Table.of("playlist", id(), column("name", VARCHAR(120))),
                Table.of(
                        "invoice_line",
                        id(),
                        column("invoice_id", INTEGER).notNull().references("invoice", "id", CASCADE),
                        to("track").notNull(),
                        column("unit_price", NUMERIC(10, 2)).notNull(),
                        column("quantity", SMALLINT)
                                .notNull()
                                .defaultValue((short) 1)
                                .check("quantity > 0"),
                        index("invoice_id")),
                Table.of(
                        "invoice",
                        id(),
                        to("customer").notNull(),
                        column("invoice_date", TIMESTAMP).notNull().defaultSql("CURRENT_TIMESTAMP"),
                        column("billing_country", VARCHAR(40)).defaultValue("Côte d'Ivoire"),
                        column("total", NUMERIC(10, 2)).notNull().defaultValue(new BigDecimal("0.00")),
                        index(part("invoice_date").desc(), part("customer_id"))),
                Table.of(
                        "customer",
                        id(),
                        column("first_name", VARCHAR(40)).notNull(),
                        column("last_name", VARCHAR(20)).notNull(),
                        column("email", VARCHAR(60)).notNull().unique(),
                        column("support_rep_id", INTEGER).references("employee", "id", SET_NULL),
                        index("last_name", "first_name")),
                Table.of(
                        "employee",
                        id(),
                        column("last_name", VARCHAR(20)).notNull(),
                        column("reports_to", INTEGER).references("employee", "id"),
                        column("birth_date", DATE)),
                Table.of(
                        "track",
                        id(),
                        column("name", VARCHAR(200)).notNull(),
                        column("album_id", INTEGER).references("album", "id", SET_NULL),
                        to("media_type").notNull(),
                        to("genre"),
                        column("milliseconds", INTEGER).notNull().check("milliseconds >= 0"),
                        column("unit_price", NUMERIC(10, 2)).notNull()),
                Table.of(
                        "album",
                        id(),
                        column("title", VARCHAR(160)).notNull(),
                        column("artist_id", INTEGER).notNull().references("artist", "id", CASCADE),
                        unique("artist_id", "title")),
                Table.of("artist", id(), column("name", VARCHAR(120)).unique()),
                Table.of("genre", id(), column("name", VARCHAR(120))),
                Table.of("media_type", id(), column("name", VARCHAR(120))),
                View.of(
                        "album_length",
                        "SELECT album_id, SUM(milliseconds) FROM track GROUP BY album_id",
                        column("album_id", INTEGER),
                        column("milliseconds", BIGINT)));
    }

    /** Names that need quotes, keys of text, composite keys and foreign keys to them, a computed column. */
    private static List<SchemaObject> trader() {
        return List.of(
                Table.of(
                        "Order Details",
                        column("OrderID", INTEGER),
                        column("ProductID", INTEGER),
                        column("UnitPrice", NUMERIC(12, 2)).notNull().defaultValue(BigDecimal.ZERO.setScale(2)),
                        column("Quantity", INTEGER).notNull().defaultValue(1),
                        column("Discount", NUMERIC(4, 3)).notNull().defaultValue(new BigDecimal("0.000")),
                        primaryKey("OrderID", "ProductID").named("PK Order Details"),
                        foreignKey("OrderID")
                                .references("orders", "id")
                                .named("FK details to orders")
                                .onDelete(CASCADE),
                        foreignKey("ProductID").references("products", "id").onUpdate(CASCADE)),
                Table.of(
                        "shipment_line",
                        column("order_id", INTEGER),
                        column("product_id", INTEGER),
                        column("box", SMALLINT),
                        primaryKey("order_id", "product_id", "box"),
                        foreignKey("order_id", "product_id")
                                .references("Order Details")
                                .onDelete(CASCADE)
                                .onUpdate(CASCADE)),
                Table.of(
                        "orders",
                        id(),
                        column("customer_id", VARCHAR(5)).references("customers", "code", RESTRICT),
                        column("employee_id", INTEGER).references("employees", "id", SET_NULL),
                        column("ordered", DATE).notNull(),
                        column("shipped", DATE),
                        check("shipped after ordered", "shipped >= ordered")),
                Table.of(
                        "products",
                        id(),
                        column("name", VARCHAR(40)).notNull(),
                        column("supplier_id", INTEGER).references("suppliers", "id"),
                        column("category_id", INTEGER).references("categories", "id"),
                        column("in_stock", INTEGER).notNull().defaultValue(0),
                        column("on_order", INTEGER).notNull().defaultValue(0),
                        column("to_come", INTEGER).computed("in_stock + on_order", STORED),
                        column("discontinued", BOOLEAN).notNull().defaultValue(false)),
                Table.of(
                        "categories",
                        id(),
                        column("name", VARCHAR(15)).notNull().unique(),
                        column("description", TEXT),
                        column("picture", BLOB)),
                Table.of("suppliers", id(), column("name", VARCHAR(40)).notNull()),
                Table.of(
                        "customers",
                        column("code", VARCHAR(5)).primaryKey(),
                        column("name", VARCHAR(40)).notNull()),
                Table.of(
                        "employees",
                        id(),
                        column("name", VARCHAR(40)).notNull(),
                        column("reports_to", INTEGER).references("employees", "id"),
                        column("home_region", INTEGER),
                        column("home_territory", VARCHAR(20)),
                        foreignKey("home_region", "home_territory").references("territories", "region_id", "code")),
                Table.of(
                        "employee_territories",
                        column("employee_id", INTEGER).references("employees", "id", CASCADE),
                        column("region_id", INTEGER),
                        column("territory", VARCHAR(20)),
                        primaryKey("employee_id", "region_id", "territory"),
                        foreignKey("region_id", "territory").references("territories")),
                Table.of(
                        "territories",
                        column("region_id", INTEGER).references("region", "id"),
                        column("code", VARCHAR(20)),
                        primaryKey("region_id", "code")),
                Table.of("region", id(), column("name", VARCHAR(50)).notNull()));
    }

    /** Two cycles, one within the other; comments; a name by convention that is longer than any database takes. */
    private static List<SchemaObject> rental() {
        return List.of(
                Table.builder("store")
                        .comment("one of the two shops; it's small")
                        .add(id())
                        .add(column("manager_id", INTEGER).notNull().unique().references("staff", "id"))
                        .add(to("address").notNull())
                        .build(),
                Table.of(
                        "staff",
                        id(),
                        column("first_name", VARCHAR(45)).notNull().comment("given name"),
                        to("address").notNull(),
                        to("store").notNull(),
                        column("active", BOOLEAN).notNull().defaultValue(true),
                        column("picture", BLOB)),
                Table.of(
                        "customer",
                        id(),
                        to("store").notNull(),
                        column("email", VARCHAR(50)),
                        to("address").notNull(),
                        column("last_rental_id", INTEGER).references("rental", "id", SET_NULL),
                        column("create_date", TIMESTAMP).notNull().defaultSql("CURRENT_TIMESTAMP")),
                Table.of(
                        "rental",
                        id(),
                        column("rental_date", TIMESTAMP).notNull(),
                        column("inventory_item_of_the_store_that_was_rented_id", INTEGER)
                                .notNull()
                                .references("inventory_of_all_stores", "id"),
                        to("customer").notNull(),
                        column("returned", TIMESTAMP),
                        to("staff").notNull(),
                        unique("rental_date", "inventory_item_of_the_store_that_was_rented_id", "customer_id")),
                Table.of(
                        "inventory_of_all_stores",
                        id(),
                        to("film").notNull(),
                        to("store").notNull(),
                        index("store_id", "film_id")),
                Table.of(
                        "film",
                        id(),
                        column("title", VARCHAR(128)).notNull(),
                        column("rating", VARCHAR(10)).defaultValue("G").check("rating IN ('G', 'PG', 'R')"),
                        column("language_id", INTEGER).notNull().references("language", "id"),
                        column("original_language_id", INTEGER).references("language", "id"),
                        index("title")),
                Table.of("language", id(), column("name", VARCHAR(20)).notNull()),
                Table.of("actor", id(), column("last_name", VARCHAR(45)).notNull()),
                Table.of(
                        "film_actor",
                        column("actor_id", INTEGER).references("actor", "id", CASCADE),
                        column("film_id", INTEGER).references("film", "id", CASCADE),
                        primaryKey("actor_id", "film_id"),
                        index("film_id")),
                Table.of(
                        "address",
                        id(),
                        column("line", VARCHAR(50)).notNull(),
                        to("city").notNull()),
                Table.of(
                        "city",
                        id(),
                        column("name", VARCHAR(50)).notNull(),
                        column("country", VARCHAR(50)).notNull()));
    }
}
