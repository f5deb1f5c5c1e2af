package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.IntegrityException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Statement;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.List;
import java.util.Map;

/** The names in what is said of a violation: of any content, in schemas, and of triggers' tables. Right or absent. */
class ViolationNamesTest {

    private static Statement row(Table table, Object... values) {
        return insertInto(table)
                .columns(table.columns().subList(0, values.length).toArray(Column<?>[]::new))
                .values(values);
    }

    private static <E extends IntegrityException> E fails(Engine engine, Class<E> type, Statement statement) {
        try (Connection connection = engine.connect()) {
            E error = catchThrowableOfType(type, () -> connection.execute(statement));
            assertThat(error).isNotNull();
            return error;
        }
    }

    @EveryDatabase
    void namesOfAnyContent(Database database) {
        assumeThat(database.hasOneConnection()).isFalse();
        Table parent = Table.of(
                "Pa're\"n`t. (x)",
                column("i, d", INTEGER).primaryKey(),
                column("a)=(b", INTEGER),
                unique("a)=(b").named("uq 'one', \"two\" `three`.x"));
        Table child = Table.of(
                "ch,i.ld",
                column("i'd", INTEGER).primaryKey(),
                column("\"pa\".re`nt", INTEGER).notNull(),
                foreignKey("\"pa\".re`nt").references("Pa're\"n`t. (x)", "i, d").named("fk: 'a' \"b\" `c`"));
        MetaData tables = MetaData.of(parent, child);
        Engine engine = database.engine(settings -> settings.metaData(tables));
        tables.createAll(engine);
        engine.transaction(connection -> {
            connection.execute(row(parent, 1, 5));
            connection.execute(row(child, 1, 1));
        });

        UniqueViolationException taken = fails(engine, UniqueViolationException.class, row(parent, 2, 5));
        assertThat(taken.constraint()).isIn("uq 'one', \"two\" `three`.x", null);
        assertThat(taken.table()).isIn(parent.name(), null);
        assertThat(taken.values()).isIn(Map.of("a)=(b", 5), Map.of());

        ForeignKeyViolationException missing = fails(engine, ForeignKeyViolationException.class, row(child, 2, 99));
        assertThat(missing.constraint()).isEqualTo("fk: 'a' \"b\" `c`");
        assertThat(missing.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(missing.table()).isEqualTo(child.name());
        assertThat(missing.columns()).containsExactly("\"pa\".re`nt");
        assertThat(missing.values()).isEqualTo(Map.of("\"pa\".re`nt", 99));
        assertThat(missing.referencedTable()).isEqualTo(parent.name());
        assertThat(missing.referencedColumns()).containsExactly("i, d");

        ForeignKeyViolationException referenced = fails(engine, ForeignKeyViolationException.class, deleteFrom(parent));
        assertThat(referenced.constraint()).isEqualTo("fk: 'a' \"b\" `c`");
        assertThat(referenced.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
        assertThat(referenced.table()).isEqualTo(child.name());

        NotNullViolationException absent = fails(engine, NotNullViolationException.class, row(child, 3, null));
        assertThat(absent.columns().isEmpty() ? null : absent.columns().get(0)).isIn("\"pa\".re`nt", null);
        tables.dropAll(engine);
    }

    /** Two tables of one name: what is said is of the one that was meant. */
    @EveryDatabase
    void tablesInSchemas(Database database) {
        assumeThat(database.name()).isIn("postgresql", "h2");
        Table item = Table.of(
                "item",
                column("id", INTEGER).primaryKey(),
                column("size", INTEGER).unique());
        Table other = Table.builder("item")
                .schema("shop")
                .add(List.of(
                        column("number", INTEGER).primaryKey(),
                        column("price", INTEGER).notNull(),
                        check("ck_item_price", "price > 0")))
                .build();
        Table part = Table.builder("part")
                .schema("shop")
                .add(List.of(
                        column("id", INTEGER).primaryKey(),
                        column("item_number", INTEGER),
                        foreignKey("item_number").references("item", "number")))
                .build();
        MetaData tables = MetaData.of(item, other, part);
        Engine engine = database.engine(settings -> settings.metaData(tables));
        engine.transaction(connection -> connection.execute(sql("CREATE SCHEMA shop")));
        tables.createAll(engine);
        engine.transaction(connection -> {
            connection.execute(row(item, 1, 7));
            connection.execute(row(other, 1, 8));
            connection.execute(row(part, 1, 1));
        });
        assertThat(fails(engine, UniqueViolationException.class, row(other, 1, 9))
                        .values())
                .isEqualTo(Map.of("number", 1));
        assertThat(fails(engine, UniqueViolationException.class, row(item, 2, 7))
                        .values())
                .isEqualTo(Map.of("size", 7));
        assertThat(fails(engine, ForeignKeyViolationException.class, row(part, 2, 99))
                        .referencedColumns())
                .containsExactly("number");
        ForeignKeyViolationException error = fails(engine, ForeignKeyViolationException.class, deleteFrom(other));
        assertThat(error.table()).isEqualTo("part");
        assertThat(error.constraint()).isEqualTo("fk_part_item_number");
        engine.withoutForeignKeyChecks(tables, connection -> {
            connection.execute(row(part, 3, 30));
            connection.execute(row(other, 30, 1));
        });
    }

    /** A column that a trigger leaves without a value is not one of the table that the statement writes. */
    @EveryDatabase
    void aTriggerThatWritesAnotherTable(Database database) {
        assumeThat(database.name()).isIn("postgresql", "mariadb", "mysql");
        Table seen = Table.of("seen", column("id", INTEGER).primaryKey());
        Engine engine = database.engine(settings -> settings.metaData(MetaData.of(seen)));
        MetaData.of(seen).createAll(engine);
        engine.transaction(connection -> {
            connection.execute(sql("CREATE TABLE diary (what INTEGER NOT NULL)"));
            if (database.name().equals("postgresql")) {
                connection.execute(sql("CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO diary VALUES (NULL); RETURN NEW; END'"));
                connection.execute(
                        sql("CREATE TRIGGER note AFTER INSERT ON seen FOR EACH ROW EXECUTE FUNCTION note()"));
            } else {
                connection.execute(sql(
                        "CREATE TRIGGER note AFTER INSERT ON seen FOR EACH ROW" + " INSERT INTO diary VALUES (NULL)"));
            }
        });
        NotNullViolationException error = fails(engine, NotNullViolationException.class, row(seen, 1));
        assertThat(error.table()).isIn("diary", null);
        assertThat(error.columns()).containsExactly("what");
    }
}
