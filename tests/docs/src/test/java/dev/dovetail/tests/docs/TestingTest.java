package dev.dovetail.tests.docs;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Statements;
import org.junit.jupiter.api.Test;

/** The samples of guide/testing.md. */
class TestingTest {

    private static final Table PAGE =
            Table.of("page", column("id", INTEGER).primaryKey(), column("title", VARCHAR(200)));
    private static final Column<Integer> ID = PAGE.column("id", Integer.class);
    private static final Column<String> TITLE = PAGE.column("title", String.class);

    @Test
    void countsStatements() {
        try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
            MetaData.of(PAGE).createAll(engine);
            // tag::testing-statements[]
            Statements statements = Statements.of(engine);
            engine.transaction(connection -> {
                connection.execute(insertInto(PAGE).set(ID, 1).set(TITLE, "Bees"));
                connection.list(select(table(PAGE).col(TITLE)).from(table(PAGE)));
            });
            statements.expectSql("INSERT INTO page (id, title) VALUES (?, ?)", "SELECT page.title FROM page");
            statements.expectStatements(0); // since the last expectation
            // end::testing-statements[]
        }
    }

    // tag::testing-every-database[]
    @EveryDatabase
    void keepsTheTitle(Database database) {
        database.create(PAGE);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(PAGE).set(ID, 1).set(TITLE, "Bees"));
            assertThat(connection.list(select(table(PAGE).col(TITLE)).from(table(PAGE))))
                    .containsExactly("Bees");
        });
        database.statements().expectStatements(2);
    }

    @EveryDatabase
    @Requires(Capability.FOR_UPDATE)
    void locksTheTitle(Database database) {
        database.create(PAGE);
        try (Connection connection = database.engine().connect()) {
            connection.list(select(table(PAGE).col(TITLE)).from(table(PAGE)).forUpdate());
        }
    }
    // end::testing-every-database[]
}
