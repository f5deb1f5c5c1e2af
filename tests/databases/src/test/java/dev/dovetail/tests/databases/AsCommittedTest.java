package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.DatabaseException;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.ConnectionWork;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.EngineBuilder;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where a transaction that has failed cannot be asked, what is committed can be seen from elsewhere, if that is wanted. */
class AsCommittedTest {

    private static final Table USERS = Table.of(
            "users",
            column("id", INTEGER).primaryKey(),
            column("email", VARCHAR(40)).unique());
    private static final Table POST = Table.of(
            "post",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users", "id"));
    private static final MetaData TABLES = MetaData.of(USERS, POST);

    private final List<String> lookups = new ArrayList<>();

    private static Insert row(Table table, Object... values) {
        return insertInto(table)
                .columns(table.columns().toArray(dev.dovetail.schema.Column<?>[]::new))
                .values(values);
    }

    private Engine engine(Database database, Consumer<EngineBuilder> more) {
        assumeThat(database.name()).as("others go on in the transaction").isEqualTo("postgresql");
        Engine engine = database.engine(settings -> {
            settings.metaData(TABLES)
                    .poolSize(1)
                    .explainAsCommitted(true)
                    .explainTimeout(Duration.ofSeconds(20))
                    .listener(new StatementListener() {
                        @Override
                        public void onLookup(StatementEvent event) {
                            lookups.add(event.sql());
                        }
                    });
            more.accept(settings);
        });
        TABLES.createAll(engine);
        engine.transaction(connection -> {
            connection.execute(row(USERS, 1, "a@example.org"));
            connection.execute(row(USERS, 2, "b@example.org"));
            connection.execute(row(POST, 10, 1));
            connection.execute(row(POST, 11, 1));
        });
        assertThat(lookups).isEmpty();
        return engine;
    }

    private static <E extends DatabaseException> E fails(
            Engine engine, Class<E> type, ConnectionWork<RuntimeException> work) {
        try (Connection connection = engine.connect()) {
            return catchThrowableOfType(type, () -> work.run(connection));
        }
    }

    @EveryDatabase
    void theRowThatHasTheValue(Database database) {
        UniqueViolationException error = fails(
                engine(database, settings -> {}),
                UniqueViolationException.class,
                connection -> connection.execute(row(USERS, 3, "a@example.org")));
        assertThat(error.existingRow()).isEqualTo(Map.of("id", 1));
        assertThat(error.facts().constraint().source(Fact.EXISTING_ROW)).isEqualTo(FactSource.COMMITTED);
        assertThat(error).hasMessageContaining("\n  existing    users.id = 1 (as committed)\n");
        assertThat(error.getCause().getSuppressed()).isEmpty();
    }

    @EveryDatabase
    void theRowsThatStillRefer(Database database) {
        ForeignKeyViolationException error = fails(
                engine(database, settings -> {}),
                ForeignKeyViolationException.class,
                connection -> connection.execute(deleteFrom(USERS)
                        .where(table(USERS).col("id", Integer.class).eq(1))));
        assertThat(error.referencing()).singleElement().satisfies(rows -> {
            assertThat(rows.table()).isEqualTo("post");
            assertThat(rows.count()).isEqualTo(2);
            assertThat(rows.sampleKeys()).containsExactly(List.of(10), List.of(11));
        });
        assertThat(error.values()).isEqualTo(Map.of("user_id", 1));
        assertThat(error.facts().constraint().source(Fact.REFERENCING)).isEqualTo(FactSource.COMMITTED);
        assertThat(error).hasMessageContaining("\n  referenced  by post.user_id: post 10, 11 (as committed)\n");
    }

    @EveryDatabase
    void whatOnlyTheTransactionHasIsNotFound(Database database) {
        Engine engine = engine(database, settings -> {});
        UniqueViolationException unique = fails(engine, UniqueViolationException.class, connection -> {
            connection.execute(row(USERS, 3, "c@example.org"));
            connection.execute(row(USERS, 4, "c@example.org"));
        });
        assertThat(unique.values()).isEqualTo(Map.of("email", "c@example.org"));
        assertThat(unique.existingRow()).isEmpty();
        ForeignKeyViolationException referenced = fails(engine, ForeignKeyViolationException.class, connection -> {
            connection.execute(row(POST, 12, 2));
            connection.execute(deleteFrom(USERS)
                    .where(table(USERS).col("id", Integer.class).eq(2)));
        });
        assertThat(referenced.table()).isEqualTo("post");
        assertThat(referenced.values()).isEqualTo(Map.of("user_id", 2));
        assertThat(referenced.referencing()).isEmpty();
    }

    @EveryDatabase
    void theParentOfTheSameTransactionIsNotTakenForMissing(Database database) {
        ForeignKeyViolationException error =
                fails(engine(database, settings -> {}), ForeignKeyViolationException.class, connection -> {
                    connection.execute(row(USERS, 5, "e@example.org"));
                    connection.execute(insertInto(POST)
                            .columns(POST.column("id"), POST.column("user_id"))
                            .values(12, 5)
                            .values(13, 99));
                });
        assertThat(error.values()).isEqualTo(Map.of("user_id", 99));
    }

    @EveryDatabase
    void nobodyWaitsForLongerThanTheTime(Database database) {
        UniqueViolationException error = fails(
                engine(database, settings -> settings.explainTimeout(Duration.ofNanos(1))),
                UniqueViolationException.class,
                connection -> connection.execute(row(USERS, 3, "a@example.org")));
        assertThat(error.values()).isEqualTo(Map.of("email", "a@example.org"));
        assertThat(error.existingRow()).isEmpty();
        assertThat(error.getCause().getSuppressed())
                .singleElement()
                .satisfies(note -> assertThat(note).hasMessageContaining("time"));
    }

    @EveryDatabase
    void onlyIfItIsWanted(Database database) {
        UniqueViolationException error = fails(
                engine(database, settings -> settings.explainAsCommitted(false)),
                UniqueViolationException.class,
                connection -> connection.execute(row(USERS, 3, "a@example.org")));
        assertThat(error.existingRow()).isEmpty();
        assertThat(lookups).isEmpty();
    }

    /** A deferred key is broken at the commit, and then the transaction is gone. */
    @EveryDatabase
    void aUniqueKeyThatIsCheckedAtTheCommit(Database database) {
        Engine engine = engine(database, settings -> {});
        engine.transaction(connection -> {
            connection.execute(sql("ALTER TABLE users DROP CONSTRAINT uq_users_email"));
            connection.execute(
                    sql("ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email) INITIALLY DEFERRED"));
        });
        UniqueViolationException error = fails(engine, UniqueViolationException.class, connection -> {
            connection.execute(row(USERS, 3, "a@example.org"));
            connection.commit();
        });
        assertThat(error.table()).isEqualTo("users");
        assertThat(error.values()).isEqualTo(Map.of("email", "a@example.org"));
        assertThat(error.existingRow()).isEqualTo(Map.of("id", 1));
        assertThat(error.transactionState()).isEqualTo(TransactionState.ROLLED_BACK);
    }
}
