package dev.dovetail.tests.servers;

/**
 * A database of one's own, empty at first.
 *
 * @param url leads to it, user and password included
 * @param drop drops it
 */
public record FreshDatabase(String url, Runnable drop) implements AutoCloseable {

    /** Drops the database, whoever is still connected to it. */
    @Override
    public void close() {
        drop.run();
    }
}
