package dev.dovetail.testkit;

import dev.dovetail.compile.Capability;
import java.util.List;
import java.util.Optional;

/**
 * A database that tests run on. A service: {@link EveryDatabase} finds all that {@link java.util.ServiceLoader} knows,
 * or those that {@code -Ddatabases=name,name} names. Thread-safe.
 */
public interface TestDatabase {

    /**
     * The databases of this run.
     *
     * @return those that {@code -Ddatabases} names, in its order, or all that there are
     * @throws IllegalStateException if there is none
     * @throws IllegalArgumentException if one is named that there is not
     */
    static List<TestDatabase> chosen() {
        return ChosenDatabases.ALL;
    }

    /**
     * The name by which it is shown and chosen.
     *
     * @return for example {@code postgresql}
     */
    String name();

    /**
     * Makes an empty database, or an empty schema, that nobody else uses. This is when a server is started, if one is
     * needed.
     *
     * @return where it is
     */
    Place create();

    /**
     * Why a capability that the dialect has cannot be shown here: for a server that stands in for another and lacks it.
     *
     * @param capability one that the dialect has
     * @return the reason; by default empty, it can be shown
     */
    default Optional<String> cannotShow(Capability capability) {
        return Optional.empty();
    }

    /**
     * An empty database.
     *
     * @param url leads to it, with user and password where they are needed
     * @param drop takes it away again, whoever is still connected
     */
    record Place(String url, Runnable drop) {}
}
