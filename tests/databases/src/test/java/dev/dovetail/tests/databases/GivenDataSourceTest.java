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
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import javax.sql.DataSource;

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
}
