package dev.dovetail.benchmarks;

/**
 * Where a contender works.
 *
 * @param database {@code h2}, {@code sqlite} or {@code postgresql}
 * @param url the JDBC URL, user and password included
 * @param many whether forty-five more entities are to be mapped, which only the start of a program shows
 */
public record Place(String database, String url, boolean many) {

    /** A place without more entities than the workloads need. */
    public Place(String database, String url) {
        this(database, url, false);
    }

    /** Whether this is SQLite, whose driver has neither times nor the keys of a batch. */
    public boolean isSqlite() {
        return database.equals("sqlite");
    }
}
