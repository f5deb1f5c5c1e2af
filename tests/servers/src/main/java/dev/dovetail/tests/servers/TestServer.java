package dev.dovetail.tests.servers;

/** A database server, or what stands for one: it is started with the first database asked for. Thread-safe. */
public interface TestServer {

    /**
     * The name by which it is chosen.
     *
     * @return for example {@code postgresql}
     */
    String name();

    /**
     * Makes an empty database that nobody else uses.
     *
     * @return the database; closing drops it
     */
    FreshDatabase fresh();
}
