package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.DataException;
import dev.dovetail.DatabaseException;
import dev.dovetail.ProgrammingException;
import dev.dovetail.ReadOnlyViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.tests.servers.Servers;
import java.util.Map;

/** What databases refuse without a constraint: the whole message against its golden file. */
class OtherErrorsTest {

    private static final Table ITEM =
            Table.of("item", column("id", INTEGER).primaryKey(), column("name", VARCHAR(5)), column("pieces", INTEGER));
    private static final MetaData TABLES = MetaData.of(ITEM);

    private static <E extends DatabaseException> E fails(
            Database database, Class<E> type, String golden, TransactionOptions options, String... texts) {
        assumeThat(database.hasOneConnection()).as("same as in a file").isFalse();
        Engine engine = database.engine(settings -> settings.metaData(TABLES));
        TABLES.createAll(engine);
        for (int i = 0; i < texts.length - 1; i++) {
            String text = texts[i];
            engine.transaction(connection -> connection.execute(sql(text)));
        }
        try (Connection connection = engine.connect(options)) {
            E error = catchThrowableOfType(type, () -> connection.execute(sql(texts[texts.length - 1])));
            assertThat(error).isNotNull();
            boolean onMariaDb = database.name().equals("mysql") && Servers.mysqlIsMariaDb();
            // A database of a test has a name of its own.
            String name = database.url().replaceAll("^.*/|[?;].*$", "");
            String text = error.toString().replace(name, "test");
            Golden.assertText((onMariaDb ? "mariadb" : database.name()) + "/" + golden + ".txt", text);
            assertThat(error.hint()).isNotNull();
            return error;
        }
    }

    private static <E extends DatabaseException> E fails(
            Database database, Class<E> type, String golden, String... texts) {
        return fails(database, type, golden, TransactionOptions.options(), texts);
    }

    private static void assertMisfit(DataException error, String column, Object value) {
        assertThat(error.facts().constraint().table()).isEqualTo("item");
        assertThat(error.facts().constraint().columns()).containsExactly(column);
        assertThat(error.facts().constraint().values()).isEqualTo(Map.of(column, value));
    }

    @EveryDatabase
    void aTableThatIsNotThere(Database database) {
        fails(database, ProgrammingException.class, "missing-table", "SELECT * FROM nowhere");
    }

    @EveryDatabase
    void aColumnThatIsNotThere(Database database) {
        fails(
                database,
                ProgrammingException.class,
                "missing-column",
                "INSERT INTO item (id, colour) VALUES (1, 'red')");
    }

    @EveryDatabase
    void aWriteWhereOnlyReadingIsAllowed(Database database) {
        boolean refusedByDriver = database.name().equals("mysql");
        fails(
                database,
                ReadOnlyViolationException.class,
                refusedByDriver ? "read-only-by-driver" : "read-only",
                TransactionOptions.options().asReadOnly(),
                "INSERT INTO item (id) VALUES (1)");
    }

    @EveryDatabase
    void aTextThatIsNoNumber(Database database) {
        assumeThat(database.name()).as("SQLite takes any text").doesNotStartWith("sqlite");
        assertMisfit(
                fails(database, DataException.class, "bad-text", "INSERT INTO item (id, pieces) VALUES (1, 'many')"),
                "pieces",
                "many");
    }

    @EveryDatabase
    void aTextThatIsTooLongInHandWrittenSql(Database database) {
        assumeThat(database.name()).as("SQLite takes a text of any length").doesNotStartWith("sqlite");
        assertMisfit(
                fails(
                        database,
                        DataException.class,
                        "raw-too-long",
                        "INSERT INTO item (id, name) VALUES (1, 'short'), (2, 'far too long')"),
                "name",
                "far too long");
    }

    @EveryDatabase
    void aNumberThatIsTooGreatInHandWrittenSql(Database database) {
        assumeThat(database.name()).as("SQLite has one size of integers").doesNotStartWith("sqlite");
        assertThat(fails(
                                database,
                                DataException.class,
                                "raw-out-of-range",
                                "UPDATE item SET pieces = 1",
                                "INSERT INTO item (id, pieces) VALUES (1, 99999999999)")
                        .facts()
                        .constraint()
                        .columns())
                .containsExactly("pieces");
    }

    @EveryDatabase
    void aLabelThatAnEnumDoesNotHave(Database database) {
        assumeThat(database.name()).as("SQLite has no enums").doesNotStartWith("sqlite");
        boolean postgres = database.name().equals("postgresql");
        DataException error = fails(
                database,
                DataException.class,
                "enum",
                postgres ? "CREATE TYPE mood AS ENUM ('happy', 'sad')" : "UPDATE item SET pieces = 1",
                "CREATE TABLE cat (id INTEGER PRIMARY KEY, mood " + (postgres ? "mood" : "ENUM ('happy', 'sad')") + ")",
                "INSERT INTO cat (id, mood) VALUES (1, 'angry')");
        assertThat(error).hasMessageContaining("does not fit its type");
    }
}
