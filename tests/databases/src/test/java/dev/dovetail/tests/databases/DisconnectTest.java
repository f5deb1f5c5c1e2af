package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DisconnectException;
import dev.dovetail.TransactionState;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.PoolSettings;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Select;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server cuts connections: the statement that notices fails, and the next one works. */
class DisconnectTest {

    private static final Table ITEM = Table.of("item", column("id", INTEGER).primaryKey());
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);
    private static final Select<Integer> IDS = select(table(ITEM).col(ID)).from(table(ITEM));

    /** How to ask for a connection's number, and how to cut the connection of that number. */
    private record Cut(String number, String command) {}

    private static final Cut KILL = new Cut("SELECT CONNECTION_ID()", "KILL ");
    private static final Map<String, Cut> CUTS = Map.of(
            "postgresql", new Cut("SELECT pg_backend_pid()", "SELECT pg_terminate_backend(%s)"),
            "mariadb", KILL,
            "mysql", KILL);

    private final AtomicInteger invalidated = new AtomicInteger();

    private Engine engine(String url, PoolSettings pool) {
        return Engine.builder()
                .url(url)
                .pool(pool)
                .listener(new StatementListener() {
                    @Override
                    public void onInvalidated() {
                        invalidated.incrementAndGet();
                    }
                })
                .build();
    }

    private static List<Integer> ids(Engine engine) {
        return engine.transactionResult(connection -> connection.list(IDS));
    }

    private static String number(Connection connection, Cut cut) {
        return String.valueOf(connection.list(sql(cut.number())).get(0).get(0));
    }

    private static void cut(String url, Cut cut, List<String> numbers) {
        try (Engine other = Engine.create(url);
                Connection connection = other.reading()) {
            for (String number : numbers) {
                String command =
                        cut.command().contains("%s") ? cut.command().replace("%s", number) : cut.command() + number;
                connection.execute(sql(command));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void theStatementThatNoticesFailsAndTheNextOneWorks(String server) {
        FreshDatabase database = Servers.named(server).fresh();
        Cut cut = CUTS.get(server);
        try (Engine engine = engine(database.url(), PoolSettings.usual().size(3))) {
            MetaData.of(ITEM).createAll(engine);
            List<String> numbers = new ArrayList<>();
            try (Connection first = engine.connect()) {
                try (Connection second = engine.connect();
                        Connection third = engine.connect()) {
                    for (Connection each : List.of(first, second, third)) {
                        numbers.add(number(each, cut));
                    }
                }
                first.execute(insertInto(ITEM).set(ID, 1));
                cut(database.url(), cut, numbers);
                DisconnectException error = catchThrowableOfType(DisconnectException.class, () -> first.list(IDS));
                assertThat(error.transactionState()).isEqualTo(TransactionState.CLOSED);
                assertThat(error.outcomeUnknown()).isFalse();
                assertThat(error.retryable()).isFalse();
            }
            assertThat(invalidated).hasValue(1);
            // The pool has given up what was cut with the first: no further error.
            for (int i = 0; i < 5; i++) {
                assertThat(ids(engine)).isEmpty();
            }
            assertThat(engine.statistics().connectionsInUse()).isZero();
        } finally {
            database.drop().run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void nobodyKnowsWhatBecameOfACommitWithoutAnAnswer(String server) {
        FreshDatabase database = Servers.named(server).fresh();
        Cut cut = CUTS.get(server);
        try (Engine engine = engine(database.url(), PoolSettings.usual())) {
            MetaData.of(ITEM).createAll(engine);
            try (Connection connection = engine.connect()) {
                connection.execute(insertInto(ITEM).set(ID, 1));
                cut(database.url(), cut, List.of(number(connection, cut)));
                DisconnectException error = catchThrowableOfType(DisconnectException.class, connection::commit);
                assertThat(error.outcomeUnknown()).isTrue();
            }
        } finally {
            database.drop().run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql"})
    void aConnectionThatIsAskedFirstIsReplacedUnnoticed(String server) {
        FreshDatabase database = Servers.named(server).fresh();
        Cut cut = CUTS.get(server);
        try (Engine engine = engine(database.url(), PoolSettings.usual().size(2).withPrePing())) {
            MetaData.of(ITEM).createAll(engine);
            List<String> numbers = new ArrayList<>();
            engine.transaction(connection -> numbers.add(number(connection, cut)));
            cut(database.url(), cut, numbers);
            assertThat(ids(engine)).isEmpty();
            assertThat(invalidated).hasValue(0);
        } finally {
            database.drop().run();
        }
    }
}
