package dev.dovetail.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the databases of this run, once. */
final class ChosenDatabases {

    static final List<TestDatabase> ALL = List.copyOf(chosen(System.getProperty("databases", "")));

    private ChosenDatabases() {}

    private static List<TestDatabase> chosen(String wanted) {
        List<TestDatabase> all = new ArrayList<>();
        ServiceLoader.load(TestDatabase.class).forEach(all::add);
        if (all.isEmpty()) {
            throw new IllegalStateException("there is no service " + TestDatabase.class.getName()
                    + ": name an implementation in META-INF/services, or in a module-info by \"provides\"");
        }
        if (wanted.isBlank()) {
            return all;
        }
        List<TestDatabase> chosen = new ArrayList<>();
        for (String name : wanted.trim().split("\\s*,\\s*")) {
            chosen.add(all.stream()
                    .filter(database -> database.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("-Ddatabases names " + name + "; there are "
                            + all.stream().map(TestDatabase::name).toList())));
        }
        return chosen;
    }
}
