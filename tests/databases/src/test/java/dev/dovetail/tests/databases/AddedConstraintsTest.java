package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.CheckViolationException;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.IntegrityException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.tests.servers.Servers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A constraint that the rows which are there do not meet names some of them. */
class AddedConstraintsTest {

    private static final Table TEAM = Table.of("team", column("id", INTEGER).primaryKey());
    private static final Table PERSON = Table.of(
            "person",
            column("id", INTEGER).primaryKey(),
            column("email", VARCHAR(40)),
            column("age", INTEGER),
            column("team_id", INTEGER));
    private static final MetaData TABLES = MetaData.of(TEAM, PERSON);

    private static Engine engine(Database database) {
        assumeThat(database.hasOneConnection()).as("same as in a file").isFalse();
        Engine engine = database.engine(
                settings -> settings.metaData(TABLES).explainAsCommitted(true).explainTimeout(Duration.ofSeconds(20)));
        TABLES.createAll(engine);
        engine.transaction(connection -> {
            connection.execute(sql("INSERT INTO team VALUES (1)"));
            connection.execute(sql("INSERT INTO person VALUES (1, 'a@example.org', 30, 1), (2, 'b@example.org', -1, 1),"
                    + " (3, 'a@example.org', 20, 98), (4, NULL, 40, 99), (5, NULL, 50, NULL)"));
        });
        return engine;
    }

    private static <E extends IntegrityException> E fails(
            Database database, Engine engine, Class<E> type, String golden, String text) {
        try (Connection connection = engine.connect()) {
            E error = catchThrowableOfType(type, () -> connection.execute(sql(text)));
            assertThat(error).isNotNull();
            boolean onMariaDb = database.name().equals("mysql") && Servers.mysqlIsMariaDb();
            Golden.assertText(
                    (onMariaDb ? "mariadb" : database.name()) + "/added-" + golden + ".txt", error.toString());
            return error;
        }
    }

    private static void assertBroken(
            Database database, IntegrityException error, String column, Object value, Object... keys) {
        assertThat(error.table()).isEqualTo("person");
        assertThat(error.columns()).containsExactly(column);
        assertThat(error.values()).isEqualTo(Collections.singletonMap(column, value));
        assertThat(error.breaking().count()).isEqualTo(keys.length);
        assertThat(error.breaking().more()).isFalse();
        assertThat(error.breaking().sampleKeys())
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(keys)
                        .<List<Object>>map(List::of)
                        .toList());
        assertThat(error.facts().constraint().source(Fact.BREAKING))
                .isEqualTo(database.name().equals("postgresql") ? FactSource.COMMITTED : FactSource.PROBE);
    }

    @EveryDatabase
    void aUniqueIndex(Database database) {
        UniqueViolationException error = fails(
                database,
                engine(database),
                UniqueViolationException.class,
                "unique-index",
                "CREATE UNIQUE INDEX one_email ON person (email)");
        assertBroken(database, error, "email", "a@example.org", 1, 3);
        assertThat(error.constraint()).isEqualTo("one_email");
    }

    @EveryDatabase
    void aUniqueConstraint(Database database) {
        assumeThat(database.name()).as("SQLite adds no keys to a table").doesNotStartWith("sqlite");
        UniqueViolationException error = fails(
                database,
                engine(database),
                UniqueViolationException.class,
                "unique",
                "ALTER TABLE person ADD CONSTRAINT uq_person_email UNIQUE (email)");
        assertBroken(database, error, "email", "a@example.org", 1, 3);
        assertThat(error.constraint()).isEqualTo("uq_person_email");
    }

    @EveryDatabase
    void aForeignKey(Database database) {
        assumeThat(database.name()).as("SQLite adds no keys to a table").doesNotStartWith("sqlite");
        ForeignKeyViolationException error = fails(
                database,
                engine(database),
                ForeignKeyViolationException.class,
                "foreign-key",
                "ALTER TABLE person ADD CONSTRAINT fk_person_team FOREIGN KEY (team_id) REFERENCES team (id)");
        assertThat(error.columns()).containsExactly("team_id");
        assertThat(error.values().get("team_id")).isIn(98, 99);
        assertThat(error.referencedTable()).isEqualTo("team");
        assertThat(error.referencedColumns()).containsExactly("id");
        assertThat(error.breaking().sampleKeys()).containsExactlyInAnyOrder(List.of(3), List.of(4));
    }

    @EveryDatabase
    void aCondition(Database database) {
        CheckViolationException error = fails(
                database,
                engine(database),
                CheckViolationException.class,
                "check",
                "ALTER TABLE person ADD CONSTRAINT ck_person_age CHECK (age >= 0)");
        assertBroken(database, error, "age", -1, 2);
        assertThat(error.constraint()).isEqualTo("ck_person_age");
    }

    @EveryDatabase
    void notNull(Database database) {
        boolean mysql = List.of("mariadb", "mysql").contains(database.name());
        NotNullViolationException error = fails(
                database,
                engine(database),
                NotNullViolationException.class,
                "not-null",
                mysql
                        ? "ALTER TABLE person MODIFY email VARCHAR(40) NOT NULL"
                        : "ALTER TABLE person ALTER COLUMN email SET NOT NULL");
        assertBroken(database, error, "email", null, 4, 5);
    }

    @EveryDatabase
    void keysCanBeLeftOut(Database database) {
        engine(database);
        Engine discreet = database.engine(settings -> settings.metaData(TABLES)
                .redaction(Redaction.ALL)
                .explainAsCommitted(true)
                .explainTimeout(Duration.ofSeconds(20)));
        try (Connection connection = discreet.connect()) {
            UniqueViolationException error = catchThrowableOfType(
                    UniqueViolationException.class,
                    () -> connection.execute(sql("CREATE UNIQUE INDEX one_email ON person (email)")));
            assertThat(error.breaking().sampleKeys()).isEmpty();
            assertThat(error.breaking().count()).isEqualTo(2);
            assertThat(error.toString()).doesNotContain("example.org").contains("2 rows of person");
            assertThat(error.values()).isEqualTo(Map.of("email", dev.dovetail.Redacted.VALUE));
        }
    }
}
