package dev.dovetail.tests.docs;

import dev.dovetail.testkit.TestDatabase;

// tag::testing-database[]
public final class MemoryDatabase implements TestDatabase {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Place create() {
        return new Place("jdbc:sqlite::memory:", () -> {});
    }
}
// end::testing-database[]
