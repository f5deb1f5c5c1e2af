package dev.dovetail.tests.docs;

import static dev.dovetail.schema.ColumnValue.Storage.STORED;
import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.ReferentialAction.SET_NULL;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.expression;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.part;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.compile.Dialect;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.NamingConvention;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.View;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/schema.md. */
class SchemaTest extends SampleDatabase {

    // tag::schema-tables[]
    static final Table CUSTOMER = Table.of(
            "customer",
            column("id", INTEGER).generated().primaryKey(),
            column("email", VARCHAR(100)).notNull().unique().comment("lower case"),
            column("recommended_by", INTEGER).references("customer", "id", SET_NULL));

    static final Table INVOICE = Table.of(
            "invoice",
            column("region", VARCHAR(2)),
            column("number", BIGINT),
            column("customer_id", INTEGER).notNull().references("customer", "id"),
            column("net", NUMERIC(10, 2)).notNull().defaultValue(new BigDecimal("0.00")),
            column("tax", NUMERIC(10, 2)).notNull().defaultSql("0"),
            column("total", NUMERIC(10, 2)).computed("net + tax", STORED),
            column("created", TIMESTAMP).clientDefault(LocalDateTime::now),
            primaryKey("region", "number"),
            check("no_negative_tax", "tax >= 0"),
            index(part("created").desc(), part("customer_id")));

    static final Table LINE = Table.builder("line")
            .comment("what an invoice is for")
            .add(column("id", INTEGER).generated().primaryKey())
            .add(column("region", VARCHAR(2)).notNull())
            .add(column("invoice_number", BIGINT).notNull())
            .add(column("text", VARCHAR(200)))
            .add(foreignKey("region", "invoice_number").references("invoice").onDelete(CASCADE))
            .add(unique("region", "invoice_number", "text").named("no_line_twice"))
            .build();

    static final MetaData SHOP = MetaData.of(LINE, INVOICE, CUSTOMER); // in any order
    // end::schema-tables[]

    @Test
    void createAndDrop() {
        // tag::schema-create[]
        SHOP.createAll(engine); // what is there stays as it is
        SHOP.createAll(engine, List.of(CUSTOMER)); // or some of it
        SHOP.dropAll(engine);
        // end::schema-create[]
    }

    @Test
    void asText() {
        // tag::schema-text[]
        DdlRenderer postgresql = new DdlRenderer(Dialect.named("PostgreSQL"));
        String script = postgresql.createScript(SHOP);
        // end::schema-text[]
        assertThat(script)
                .startsWith("CREATE TABLE customer (")
                .contains("COMMENT ON COLUMN customer.email IS 'lower case';");
    }

    @Test
    void sequencesAndViews() {
        // tag::schema-objects[]
        Sequence numbers = Sequence.of(
                "invoice_number",
                options -> options.startWith(1000).incrementBy(1).cache(20));
        Table receipt =
                Table.of("receipt", column("number", BIGINT).primaryKey().defaultNext(numbers));
        View last = View.of(
                "last_receipt",
                "SELECT max(number) FROM receipt",
                column("number", BIGINT)); // view.table() for queries
        MetaData objects = MetaData.of(receipt, last); // the sequence comes with the table
        // end::schema-objects[]
        assertThat(new DdlRenderer(Dialect.named("H2")).create(objects))
                .containsExactly(
                        "CREATE SEQUENCE invoice_number START WITH 1000 INCREMENT BY 1 CACHE 20",
                        "CREATE TABLE receipt (number BIGINT DEFAULT (NEXT VALUE FOR invoice_number) NOT NULL,"
                                + " CONSTRAINT pk_receipt PRIMARY KEY (number))",
                        "CREATE VIEW last_receipt (number) AS SELECT max(number) FROM receipt");
    }

    @Test
    void indexes() {
        // tag::schema-indexes[]
        Table page = Table.builder("page")
                .naming(new NamingConvention(
                        "{table}_pkey",
                        "{table}_to_{referenced}",
                        "{table}_{columns}_key",
                        "{table}_{columns}_check",
                        "{table}_{columns}_excl",
                        "{table}_{columns}_idx"))
                .add(column("id", INTEGER).generated().primaryKey())
                .add(column("title", VARCHAR(200)).notNull())
                .add(column("parent_id", INTEGER).references("page", "id"))
                .add(index(expression("lower(title)")).unique())
                .add(index("parent_id").where("parent_id IS NOT NULL").option("PostgreSQL", "TABLESPACE fast"))
                .build();
        // end::schema-indexes[]
        assertThat(new DdlRenderer(Dialect.named("SQLite")).create(MetaData.of(page)))
                .containsExactly(
                        "CREATE TABLE page (id INTEGER NOT NULL, title VARCHAR(200) NOT NULL, parent_id INTEGER,"
                                + " CONSTRAINT page_pkey PRIMARY KEY (id),"
                                + " CONSTRAINT page_to_page FOREIGN KEY (parent_id) REFERENCES page (id))",
                        "CREATE UNIQUE INDEX page_lower_title_idx ON page ((lower(title)))",
                        "CREATE INDEX page_parent_id_idx ON page (parent_id) WHERE parent_id IS NOT NULL");
    }

    @Test
    void copiesAndDifferences() {
        // tag::schema-copies[]
        MetaData tenant = SHOP.inSchema("tenant_7");
        Table customers = tenant.table("tenant_7.customer"); // columns for statements come from the copy

        Table wider = Table.of("customer", column("id", INTEGER).primaryKey(), column("email", VARCHAR(200)));
        MetaData.of(CUSTOMER).differences(MetaData.of(wider)).forEach(difference -> log(difference.toString()));
        // column customer.email: type is VARCHAR(200), not VARCHAR(100)
        // end::schema-copies[]
        assertThat(customers).hasToString("tenant_7.customer");
        assertThat(logged).contains("column customer.email: type is VARCHAR(200), not VARCHAR(100)");
    }

    @Test
    void alter() {
        // tag::schema-alter[]
        DdlRenderer ddl = new DdlRenderer(Dialect.named("MariaDB"));
        List<String> statements = ddl.addColumn(INVOICE.column("created"));
        String key = ddl.addConstraint(SHOP, LINE.foreignKeys().get(0));
        String name = ddl.renameColumn(LINE.column("text"), "words");
        // end::schema-alter[]
        assertThat(statements).containsExactly("ALTER TABLE invoice ADD COLUMN created DATETIME(6)");
        assertThat(key)
                .isEqualTo("ALTER TABLE line ADD CONSTRAINT fk_line_region_invoice_number FOREIGN KEY (region,"
                        + " invoice_number) REFERENCES invoice (region, number) ON DELETE CASCADE");
        assertThat(name).isEqualTo("ALTER TABLE line RENAME COLUMN text TO words");
    }

    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }
}
