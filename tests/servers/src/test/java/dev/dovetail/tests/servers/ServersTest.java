package dev.dovetail.tests.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServersTest {

    @ParameterizedTest
    @MethodSource("dev.dovetail.tests.servers.Servers#chosen")
    void eachDatabaseIsEmptyAndItsOwn(TestServer server) throws SQLException {
        try (FreshDatabase one = server.fresh();
                FreshDatabase other = server.fresh();
                Connection connection = DriverManager.getConnection(one.url());
                Connection elsewhere = DriverManager.getConnection(other.url());
                Statement statement = connection.createStatement();
                Statement statementElsewhere = elsewhere.createStatement()) {
            statement.execute("CREATE TABLE t (a INTEGER)");
            statement.execute("INSERT INTO t VALUES (1)");
            statementElsewhere.execute("CREATE TABLE t (a INTEGER)");
            try (ResultSet rows = statementElsewhere.executeQuery("SELECT count(*) FROM t")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tests.servers.Servers#chosen")
    void takesLettersOutsideOfAscii(TestServer server) throws SQLException {
        try (FreshDatabase database = server.fresh();
                Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a VARCHAR(20))");
            statement.execute("INSERT INTO t VALUES ('häß 😀')");
            try (ResultSet rows = statement.executeQuery("SELECT a FROM t")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("häß 😀");
            }
        }
    }
}
