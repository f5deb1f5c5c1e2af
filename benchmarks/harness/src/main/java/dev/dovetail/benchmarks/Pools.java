package dev.dovetail.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The pool of all contenders that do not bring one along: like Dovetail's own, HikariCP with one idle connection. */
public final class Pools {

    private Pools() {}

    /** A pool whose connections have auto-commit off. */
    public static HikariDataSource transactional(Place place) {
        return pool(place, false);
    }

    /** A pool whose connections commit by themselves until they are told otherwise. */
    public static HikariDataSource usual(Place place) {
        return pool(place, true);
    }

    private static HikariDataSource pool(Place place, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url());
        config.setAutoCommit(autoCommit);
        config.setMinimumIdle(1);
        if (place.isSqlite()) {
            // Times as text, as SQLite's own functions write them; the driver's own default is milliseconds.
            config.addDataSourceProperty("date_class", "TEXT");
            config.addDataSourceProperty("date_string_format", "yyyy-MM-dd HH:mm:ss");
        }
        return new HikariDataSource(config);
    }
}
