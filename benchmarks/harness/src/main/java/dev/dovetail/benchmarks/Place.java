package dev.dovetail.benchmarks;

/**
 * Where a contender works.
 *
 * @param database {@code h2}, {@code sqlite} or {@code postgresql}
 * @param url the JDBC URL, user and password included
 */
public record Place(String database, String url) {

    /** Whether this is SQLite, whose driver has neither times nor the keys of a batch. */
    public boolean isSqlite() {
        return database.equals("sqlite");
    }
}
