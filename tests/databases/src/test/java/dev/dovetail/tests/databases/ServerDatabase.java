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
        /** What MySQL has and MariaDB, on whose server its SQL is sent without the profile, refuses. */
        private static final Set<Capability> MYSQL_ONLY = Set.of(
                Capability.FOR_SHARE,
                Capability.LOCK_OF_TABLES,
                Capability.LATERAL,
                Capability.WITH_BEFORE_UPDATE,
                Capability.LAG_DEFAULT,
                Capability.ORDERED_ROLLUP,
                Capability.GROUPING_FUNCTION,
                Capability.EXPRESSION_INDEXES,
                Capability.COMPUTED_NOT_NULL);

        public Mysql() {
            super("mysql");
        }

        @Override
        public Optional<String> cannotShow(Capability capability) {
            return Servers.mysqlIsMariaDb() && MYSQL_ONLY.contains(capability)
                    ? Optional.of("the server is MariaDB, which has no such thing; the profile mysql has MySQL itself")
                    : Optional.empty();
        }
    }
}
