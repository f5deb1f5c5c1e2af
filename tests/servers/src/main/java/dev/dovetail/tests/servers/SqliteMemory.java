package dev.dovetail.tests.servers;

/** SQLite in memory: a database is its only connection. */
final class SqliteMemory implements TestServer {

    @Override
    public String name() {
        return "sqlite-memory";
    }

    @Override
    public FreshDatabase fresh() {
        return new FreshDatabase("jdbc:sqlite::memory:", () -> {});
    }
}
