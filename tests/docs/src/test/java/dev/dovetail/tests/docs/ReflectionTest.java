package dev.dovetail.tests.docs;

import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.enumByName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.reflect.Inspector;
import dev.dovetail.reflect.Reflected;
import dev.dovetail.reflect.Reflection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.TableSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of guide/reflection.md. */
class ReflectionTest extends SampleDatabase {

    private enum State {
        NEW,
        SENT
    }

    @BeforeEach
    void createTables() {
        engine.transaction(connection -> {
            connection.execute(sql("CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL,"
                    + " CONSTRAINT uq_customer_name UNIQUE (name))"));
            connection.execute(
                    sql("CREATE TABLE purchase (id INTEGER PRIMARY KEY, state VARCHAR(10) NOT NULL DEFAULT 'NEW',"
                            + " customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE)"));
        });
    }

    @Test
    void reflect() {
        // tag::reflect[]
        MetaData shop = Reflection.of(engine).reflect();
        Table customer = shop.table("customer");
        Table purchase = shop.table("purchase");
        Column<String> name = customer.column("name", String.class);
        engine.transaction(connection -> {
            connection.execute(
                    insertInto(customer).columns(customer.column("id"), name).values(1L, "Ada"));
            connection.execute(insertInto(purchase)
                    .columns(purchase.column("id"), purchase.column("customer_id"))
                    .values(10L, 1L));
            TableSource c = table(customer);
            TableSource p = table(purchase);
            assertThat(connection.list(select(c.col(name), p.text("state"))
                            .from(p)
                            .join(c, c.col("id", Long.class).eq(p.col("customer_id", Long.class)))))
                    .isEqualTo(List.of(new Row2<>("Ada", "NEW")));
        });
        // end::reflect[]
    }

    @Test
    void choose() {
        // tag::reflect-types[]
        Reflected reflected = Reflection.of(engine)
                .only("purchase") // and what it refers to
                .mapType("purchase", "state", enumByName(State.class))
                .read();
        Table purchase = reflected.metaData().table("purchase");
        Column<State> state = purchase.column("state", State.class);
        assertThat(reflected.warnings()).isEmpty();
        // end::reflect-types[]
        assertThat(state.nullable()).isFalse();
    }

    @Test
    void inspect() {
        // tag::inspect[]
        Inspector inspector = Inspector.of(engine);
        assertThat(inspector.tables()).contains("customer", "purchase");
        CatalogueTable purchase = inspector.table("purchase");
        assertThat(purchase.columns().get(1).type().name()).isEqualTo("VARCHAR(10)");
        assertThat(purchase.foreignKeys().get(0).onDelete().sql()).isEqualTo("CASCADE");
        // end::inspect[]
    }

    @Test
    void script() {
        // tag::reflect-ddl[]
        MetaData shop = Reflection.of(engine).only("purchase").reflect();
        UniqueConstraint unique = shop.table("customer").uniques().get(0);
        assertThat(unique.name()).isEqualTo("uq_customer_name");
        List<String> script = new DdlRenderer(engine.dialect()).create(shop);
        assertThat(script.get(0)).startsWith("CREATE TABLE customer (id INTEGER");
        // end::reflect-ddl[]
    }
}
