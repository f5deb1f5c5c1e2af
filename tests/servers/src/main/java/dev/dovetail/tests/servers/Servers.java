package dev.dovetail.tests.servers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers that tests run on.
 *
 * <p>{@code -Ddatabases=h2,sqlite} chooses some. {@code -Ddovetail.test.postgresql=jdbc:postgresql://…}, or the variable
 * {@code DOVETAIL_TEST_POSTGRESQL}, names a server that runs already and where databases may be created; {@code mariadb}
 * and {@code mysql} likewise.
 */
public final class Servers {

    private static final Map<String, Supplier<TestServer>> KNOWN = Map.of(
            "postgresql", () -> new PostgresServer(given("postgresql")),
            "mariadb", () -> new MysqlServer("mariadb", given("mariadb"), MariaDbFiles::unpacked),
            "mysql", Servers::mysql,
            "h2", H2Server::new,
            "sqlite", SqliteFiles::new,
            "sqlite-memory", SqliteMemory::new);

    private static final List<String> DEFAULT =
            List.of("sqlite", "sqlite-memory", "h2", "postgresql", "mariadb", "mysql");

    private static final Map<String, TestServer> MADE = new HashMap<>();

    private Servers() {}

    /**
     * Those that this run is to use.
     *
     * @return the servers, none of them started by this
     */
    public static List<TestServer> chosen() {
        String wanted = System.getProperty("databases", "");
        List<TestServer> servers = new ArrayList<>();
        for (String name : wanted.isBlank() ? DEFAULT : List.of(wanted.trim().split("\\s*,\\s*"))) {
            servers.add(named(name));
        }
        return servers;
    }

    /**
     * One server.
     *
     * @param name its name
     * @return always the same for a name
     * @throws IllegalArgumentException if there is none of that name
     */
    public static synchronized TestServer named(String name) {
        Supplier<TestServer> maker = KNOWN.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no database " + name + "; there are " + String.join(", ", DEFAULT));
        }
        TestServer made = MADE.get(name);
        if (made == null) {
            made = maker.get();
            MADE.put(name, made);
        }
        return made;
    }

    /**
     * Whether {@code mysql} is a MariaDB server, which MySQL's driver gets on with, and not MySQL itself. The build has
     * MySQL only in the profile of that name.
     *
     * @return true unless a server was given or its files were
     */
    public static boolean mysqlIsMariaDb() {
        return given("mysql") == null && !MysqlFiles.isGiven();
    }

    private static TestServer mysql() {
        if (mysqlIsMariaDb()) {
            return new MysqlDriverOnMariaDb(named("mariadb"));
        }
        return new MysqlServer("mysql", given("mysql"), MysqlFiles::unpacked);
    }

    private static @Nullable String given(String name) {
        String url = System.getProperty("dovetail.test." + name);
        return url != null ? url : System.getenv("DOVETAIL_TEST_" + name.toUpperCase(Locale.ROOT));
    }
}
