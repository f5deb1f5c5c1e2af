package dev.dovetail.tests.databases;

import dev.dovetail.compile.Capability;
import dev.dovetail.testkit.TestDatabase;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.util.Optional;
import java.util.Set;

/** The servers as the test kit wants them. Its nested classes are the services. */
abstract class ServerDatabase implements TestDatabase {

    private final String name;

    private ServerDatabase(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Place create() {
        FreshDatabase database = Servers.named(name).fresh();
        return new Place(database.url(), database.drop());
    }

    public static final class Sqlite extends ServerDatabase {
        public Sqlite() {
            super("sqlite");
        }
    }

    public static final class SqliteMemory extends ServerDatabase {
        public SqliteMemory() {
            super("sqlite-memory");
        }
    }

    public static final class H2 extends ServerDatabase {
        public H2() {
            super("h2");
        }
    }

    public static final class Postgresql extends ServerDatabase {
        public Postgresql() {
            super("postgresql");
        }
    }

    public static final class MariaDb extends ServerDatabase {
        public MariaDb() {
            super("mariadb");
        }
    }

    public static final class Mysql extends ServerDatabase {
        public Mysql() {
            super("mysql");
        }

        /** Unless the server is MySQL's own, it is MariaDB's. */
        @Override
        public Optional<String> cannotShow(Capability capability) {
            Set<Capability> lacking = Set.of(Capability.EXPRESSION_INDEXES, Capability.COMPUTED_NOT_NULL);
            return lacking.contains(capability) && Servers.mysqlIsMariaDb()
                    ? Optional.of("the server of these tests is MariaDB's, which lacks it")
                    : Optional.empty();
        }
    }
}
