package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DovetailException;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Each call to the driver fails once: nothing leaks, nothing is half done, and nothing is thought to be done that is not. */
class FaultInjectionTest {

    private static final Table ITEM = Table.of("item", column("id", INTEGER).primaryKey());
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);

    @TempDir
    private Path directory;

    /** A driver of which one call fails. */
    private static final class Faulty {

        private final Set<java.sql.Connection> open = new HashSet<>();
        private int calls;
        private int failing;
        private String failed = "";

        void failAt(int call) {
            calls = 0;
            failing = call;
            failed = "";
        }

        boolean allClosed() throws SQLException {
            for (java.sql.Connection connection : open) {
                if (!connection.isClosed()) {
                    return false;
                }
            }
            return true;
        }

        DataSource dataSource(DataSource target) {
            return wrap(DataSource.class, target);
        }

        private <T> T wrap(Class<T> type, Object target) {
            InvocationHandler handler = (proxy, method, arguments) -> {
                // To close works in the end, or nobody could say what is left open.
                if (!method.getName().equals("close") && ++calls == failing) {
                    failed = type.getSimpleName() + "." + method.getName();
                    throw new SQLException("injected at " + failed);
                }
                Object result = invoke(target, method, arguments);
                if (method.getName().equals("getConnection") && target instanceof DataSource) {
                    open.add((java.sql.Connection) result);
                }
                boolean wrapped = isJdbc(result) && !method.getName().equals("unwrap");
                return wrapped ? wrap(method.getReturnType(), result) : result;
            };
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        private static boolean isJdbc(@Nullable Object result) {
            return result instanceof java.sql.Connection
                    || result instanceof java.sql.Statement
                    || result instanceof java.sql.ResultSet;
        }

        private static @Nullable Object invoke(
                Object target, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Test
    void whicheverCallFailsNothingLeaksAndNothingIsHalfDone() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("test.db");
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl(url);
        Faulty faulty = new Faulty();
        Set<String> seen = new HashSet<>();
        try (Engine plain = Engine.create(url);
                Engine engine = Engine.builder()
                        .dataSource(faulty.dataSource(sqlite), url)
                        .build()) {
            MetaData.of(ITEM).createAll(plain);
            int call = 0;
            do {
                plain.transaction(connection -> connection.execute(dev.dovetail.sql.Sql.deleteFrom(ITEM)));
                faulty.failAt(++call);
                String outcome = run(engine);
                assertThat(faulty.allClosed())
                        .as("closed after a fault at %s", faulty.failed)
                        .isTrue();
                assertThat(engine.statistics().connectionsInUse())
                        .as("in use after a fault at %s", faulty.failed)
                        .isZero();
                List<Integer> rows = plain.transactionResult(
                        connection -> connection.list(select(table(ITEM).col(ID))
                                .from(table(ITEM))
                                .orderBy(table(ITEM).col(ID))));
                if (outcome.equals("committed")) {
                    assertThat(rows).as("fault at %s", faulty.failed).containsExactly(1, 2, 3);
                } else if (outcome.equals("refused")) {
                    assertThat(rows).as("fault at %s", faulty.failed).isEmpty();
                } else {
                    assertThat(rows).as("fault at %s", faulty.failed).isIn(List.of(), List.of(1, 2, 3));
                }
                seen.add(faulty.failed);
            } while (!faulty.failed.isEmpty());
        }
        assertThat(seen)
                .contains(
                        "DataSource.getConnection",
                        "Connection.prepareStatement",
                        "Connection.setAutoCommit",
                        "Connection.setSavepoint",
                        "Connection.rollback",
                        "Connection.commit",
                        "PreparedStatement.execute",
                        "PreparedStatement.executeQuery",
                        "ResultSet.next");
    }

    private static String run(Engine engine) {
        String outcome = "refused";
        try (Connection connection = engine.connect()) {
            connection.begin(TransactionOptions.options());
            connection.executeBatch(
                    insertInto(ITEM).set(ID, parameter(0, INTEGER)),
                    List.of(new Object[] {1}, new Object[] {2}),
                    StatementOrigin.none());
            Savepoint savepoint = connection.savepoint();
            connection.execute(insertInto(ITEM).set(ID, 9));
            connection.rollbackTo(savepoint);
            connection.release(savepoint);
            connection.execute(insertInto(ITEM).set(ID, 3));
            try (var stream = connection.read(select(table(ITEM).col(ID)).from(table(ITEM))).fetchSize(1).stream()) {
                assertThat(stream.limit(2)).hasSize(2);
            }
            outcome = "unknown";
            connection.commit();
            outcome = "committed";
        } catch (DovetailException e) {
            assertThat(e).hasStackTraceContaining("injected");
        }
        return outcome;
    }
}
