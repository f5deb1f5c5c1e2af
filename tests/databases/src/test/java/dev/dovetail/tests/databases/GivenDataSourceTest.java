package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Pools of programs often give connections that are in a transaction already. */
class GivenDataSourceTest {

    private static final Table ITEM = Table.of("item", column("id", INTEGER).primaryKey());
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);

    private static DataSource withoutAutoCommit(String url) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    java.sql.Connection connection = DriverManager.getConnection(url);
                    connection.setAutoCommit(false);
                    return connection;
                });
    }

    @EveryDatabase
    void connectionsInATransactionAreSetUpForGood(Database database) {
        if (database.hasOneConnection()) {
            return;
        }
        database.create(ITEM);
        DataSource source = withoutAutoCommit(database.url());
        try (Engine engine = Engine.builder().dataSource(source, database.url()).build()) {
            String zone = switch (database.dialect().name()) {
                case "PostgreSQL" -> "SHOW TIME ZONE";
                case "SQLite", "H2" -> "SELECT 'UTC'";
                default -> "SELECT CASE @@time_zone WHEN '+00:00' THEN 'UTC' END";
            };
            try (Connection connection = engine.connect()) {
                connection.execute(insertInto(ITEM).set(ID, 1));
                connection.rollback();
                assertThat(connection.list(sql(zone)).get(0).get(0)).isEqualTo("UTC");
            }
            try (Connection connection = engine.reading()) {
                connection.execute(insertInto(ITEM).set(ID, 2));
            }
            try (Connection connection = engine.connect()) {
                assertThat(connection.list(select(table(ITEM).col(ID)).from(table(ITEM))))
                        .containsExactly(2);
            }
        }
    }

    /** A pool of one connection, which it wraps anew each time. */
    private static final class Pool implements AutoCloseable {

        private final java.sql.Connection physical;
        private int statements;

        Pool(String url) throws SQLException {
            physical = DriverManager.getConnection(url);
        }

        DataSource source() {
            return proxy(DataSource.class, (method, arguments) -> wrapped());
        }

        private java.sql.Connection wrapped() {
            return proxy(java.sql.Connection.class, (method, arguments) -> switch (method.getName()) {
                case "close" -> null;
                case "unwrap" -> physical;
                case "createStatement" -> {
                    statements++;
                    yield method.invoke(physical, arguments);
                }
                default -> method.invoke(physical, arguments);
            });
        }

        private interface Call {
            @Nullable
            Object of(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException;
        }

        private static <T> T proxy(Class<T> type, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            return call.of(method, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public void close() throws SQLException {
            physical.close();
        }
    }

    @EveryDatabase
    void aConnectionOfAPoolIsSetUpOnce(Database database) throws SQLException {
        if (database.hasOneConnection()) {
            return;
        }
        database.create(ITEM);
        try (Pool pool = new Pool(database.url());
                Engine engine = Engine.builder()
                        .dataSource(pool.source(), database.url())
                        .build()) {
            try (Connection connection = engine.connect()) {
                connection.execute(insertInto(ITEM).set(ID, 1));
                connection.commit();
            }
            int settingUp = pool.statements;
            try (Connection connection = engine.connect()) {
                connection.execute(insertInto(ITEM).set(ID, 2));
                connection.rollback();
                assertThat(connection.list(select(table(ITEM).col(ID)).from(table(ITEM))))
                        .containsExactly(1);
            }
            assertThat(pool.statements).isEqualTo(settingUp);
        }
    }
}
