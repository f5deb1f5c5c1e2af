package dev.dovetail.examples.stories.bulkload;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.examples.stories.Narrator;
import dev.dovetail.examples.stories.Story;
import dev.dovetail.integrity.DanglingReferencesException;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;

/**
 * Checks switched off for a bulk load, and sure afterwards. After the fourth question of "Flask-SQLAlchemy: Handling Foreign
 * Key Constraint Violation Issue": can I temporarily disable foreign key constraints? This story needs no classes: it is
 * told with Core alone.
 */
public final class BulkLoad implements Story {

    private static final Table BELONG =
            Table.of("belong", column("id", INTEGER).primaryKey(), column("name", VARCHAR(200)));
    private static final Table PAGE = Table.of(
            "page",
            column("id", INTEGER).primaryKey(),
            column("title", VARCHAR(200)),
            column("belong_id", INTEGER).references("belong", "id"));
    private static final MetaData METADATA = MetaData.of(BELONG, PAGE);

    @Override
    public String name() {
        return "bulk-load";
    }

    @Override
    public String title() {
        return "5. The bulk load: checks off, rows in any order, and sure afterwards";
    }

    @Override
    public void tell(Narrator out) {
        try (Engine engine = out.database("bulk-load")) {
            METADATA.createAll(engine);
            out.echo(engine);

            out.part("Pages before what they belong to, and one that belongs to nothing");
            try {
                engine.withoutForeignKeyChecks(METADATA, connection -> {
                    page(connection, 1, "first", 10);
                    page(connection, 2, "lost", 99);
                    belong(connection, 10, "ten");
                });
            } catch (DanglingReferencesException e) {
                out.failed(e);
                out.say("The whole load was rolled back.");
            }
            out.rows(engine, METADATA.tables());

            out.part("The same without the lost page");
            engine.withoutForeignKeyChecks(METADATA, connection -> {
                page(connection, 1, "first", 10);
                belong(connection, 10, "ten");
            });
            out.say("Loaded.");
            out.rows(engine, METADATA.tables());

            out.part("The checks are on again");
            try (Connection connection = engine.connect()) {
                page(connection, 3, "late", 99);
            } catch (ForeignKeyViolationException e) {
                out.failed(e);
            }
        }
    }

    private static void belong(Connection connection, int id, String name) {
        connection.execute(insertInto(BELONG)
                .set(BELONG.column("id", Integer.class), id)
                .set(BELONG.column("name", String.class), name));
    }

    private static void page(Connection connection, int id, String title, int belongId) {
        connection.execute(insertInto(PAGE)
                .set(PAGE.column("id", Integer.class), id)
                .set(PAGE.column("title", String.class), title)
                .set(PAGE.column("belong_id", Integer.class), belongId));
    }

    @Override
    public String toString() {
        return name();
    }
}
