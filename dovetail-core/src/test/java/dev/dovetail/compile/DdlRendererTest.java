package dev.dovetail.compile;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.ReferentialAction.SET_NULL;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.type.Types;
import org.junit.jupiter.api.Test;

class DdlRendererTest {
    private static final DdlRenderer DDL = new DdlRenderer(new TestDialect());

    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());

    /** Two tables, each with a key to the other. */
    private static final MetaData CYCLE = MetaData.of(
            Table.of(
                    "ball",
                    column("id", INTEGER).primaryKey(),
                    column("person_id", INTEGER).references("person", "id")),
            Table.of(
                    "person",
                    column("id", INTEGER).primaryKey(),
                    column("favourite_id", INTEGER).references("ball", "id")));

    @Test
    void referencedTablesComeFirst() {
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("name", VARCHAR(255)),
                column("parent_id", INTEGER).notNull().references("parent", "id", CASCADE));
        MetaData metaData = MetaData.of(child, PARENT);
        assertThat(DDL.create(metaData))
                .containsExactly(
                        "CREATE TABLE parent (id INTEGER NOT NULL, CONSTRAINT pk_parent PRIMARY KEY (id))",
                        "CREATE TABLE child (id INTEGER NOT NULL, name VARCHAR(255), parent_id INTEGER NOT NULL,"
                                + " CONSTRAINT pk_child PRIMARY KEY (id),"
                                + " CONSTRAINT fk_child_parent_id FOREIGN KEY (parent_id) REFERENCES parent (id)"
                                + " ON DELETE CASCADE)");
        assertThat(DDL.drop(metaData)).containsExactly("DROP TABLE child", "DROP TABLE parent");
        assertThat(DDL.conditional().drop(MetaData.of(PARENT))).containsExactly("DROP TABLE IF EXISTS parent");
    }

    @Test
    void everyElementOfTable() {
        Table table = Table.builder("order")
                .schema("shop")
                .add(column("region", VARCHAR(2)))
                .add(column("number", INTEGER))
                .add(column("status", VARCHAR(10)).defaultSql("'new'").notNull().check("status <> ''"))
                .add(column("email", VARCHAR(50)).unique())
                .add(column("previous", INTEGER))
                .add(primaryKey("region", "number"))
                .add(foreignKey("region", "previous")
                        .references("order")
                        .named("fk_previous")
                        .onDelete(SET_NULL)
                        .onUpdate(CASCADE)
                        .deferrable(true))
                .add(unique("status", "email").named("one_each"))
                .add(check("positive", "number > 0"))
                .add(index("status"))
                .add(index("email", "status").unique().named("by_email"))
                .build();
        assertThat(DDL.conditional().create(MetaData.of(table)))
                .containsExactly(
                        "CREATE SCHEMA IF NOT EXISTS shop",
                        "CREATE TABLE IF NOT EXISTS shop.\"order\" (region VARCHAR(2) NOT NULL,"
                                + " number INTEGER NOT NULL,"
                                + " status VARCHAR(10) DEFAULT 'new' NOT NULL, email VARCHAR(50), previous INTEGER,"
                                + " CONSTRAINT pk_order PRIMARY KEY (region, number),"
                                + " CONSTRAINT uq_order_email UNIQUE (email),"
                                + " CONSTRAINT one_each UNIQUE (status, email),"
                                + " CONSTRAINT ck_order_status CHECK (status <> ''),"
                                + " CONSTRAINT positive CHECK (number > 0),"
                                + " CONSTRAINT fk_previous FOREIGN KEY (region, previous)"
                                + " REFERENCES shop.\"order\" (region, number) ON DELETE SET NULL ON UPDATE CASCADE"
                                + " DEFERRABLE INITIALLY DEFERRED)",
                        "CREATE INDEX IF NOT EXISTS ix_order_status ON shop.\"order\" (status)",
                        "CREATE UNIQUE INDEX IF NOT EXISTS by_email ON shop.\"order\" (email, status)");
    }

    @Test
    void cycleIsClosedByAlter() {
        assertThat(DDL.create(CYCLE))
                .containsExactly(
                        "CREATE TABLE ball (id INTEGER NOT NULL, person_id INTEGER,"
                                + " CONSTRAINT pk_ball PRIMARY KEY (id))",
                        "CREATE TABLE person (id INTEGER NOT NULL, favourite_id INTEGER,"
                                + " CONSTRAINT pk_person PRIMARY KEY (id))",
                        "ALTER TABLE ball ADD CONSTRAINT fk_ball_person_id FOREIGN KEY (person_id)"
                                + " REFERENCES person (id)",
                        "ALTER TABLE person ADD CONSTRAINT fk_person_favourite_id FOREIGN KEY (favourite_id)"
                                + " REFERENCES ball (id)");
        assertThat(DDL.drop(CYCLE))
                .containsExactly(
                        "ALTER TABLE ball DROP CONSTRAINT fk_ball_person_id",
                        "ALTER TABLE person DROP CONSTRAINT fk_person_favourite_id",
                        "DROP TABLE person",
                        "DROP TABLE ball");
    }

    @Test
    void cycleStandsInTheTablesWhereAlterIsMissing() {
        DdlRenderer inline = new DdlRenderer(TestDialect.without(Capability.ALTER_ADD_CONSTRAINT));
        assertThat(inline.create(CYCLE))
                .containsExactly(
                        "CREATE TABLE ball (id INTEGER NOT NULL, person_id INTEGER,"
                                + " CONSTRAINT pk_ball PRIMARY KEY (id),"
                                + " CONSTRAINT fk_ball_person_id FOREIGN KEY (person_id) REFERENCES person (id))",
                        "CREATE TABLE person (id INTEGER NOT NULL, favourite_id INTEGER,"
                                + " CONSTRAINT pk_person PRIMARY KEY (id),"
                                + " CONSTRAINT fk_person_favourite_id FOREIGN KEY (favourite_id)"
                                + " REFERENCES ball (id))");
    }

    @Test
    void tableWithoutPrimaryKey() {
        assertThat(DDL.create(MetaData.of(Table.of("log", column("line", Types.TEXT)))))
                .containsExactly("CREATE TABLE log (line TEXT)");
    }

    @Test
    void whatTheDatabaseCannotDoIsRefused() {
        MetaData deferrable = MetaData.of(
                PARENT,
                Table.of(
                        "child",
                        column("parent_id", INTEGER),
                        foreignKey("parent_id").references("parent").deferrable(false)));
        assertThat(DDL.create(deferrable).get(1)).endsWith(" REFERENCES parent (id) DEFERRABLE)");
        assertThatThrownBy(() ->
                        new DdlRenderer(TestDialect.without(Capability.DEFERRABLE_FOREIGN_KEYS)).create(deferrable))
                .hasMessageStartingWith("TestSQL has no DEFERRABLE foreign key: ");
        assertThatThrownBy(() -> new DdlRenderer(TestDialect.without(Capability.IF_EXISTS))
                        .conditional()
                        .create(deferrable))
                .hasMessageStartingWith("TestSQL has no IF NOT EXISTS: ");
    }
}
