package dev.dovetail.benchmarks.jdbi;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Versions;
import dev.dovetail.benchmarks.Workload;
import org.jdbi.v3.core.Jdbi;

/** Jdbi. */
public final class JdbiProvider implements ContenderProvider {

    @Override
    public String name() {
        return "jdbi";
    }

    @Override
    public String version() {
        return Versions.of(Jdbi.class);
    }

    @Override
    public boolean can(Workload workload, String database) {
        return switch (workload) {
            case W4R, W6B, W8 -> false; // no session to keep anything, no lazy loading, no change tracking
            case W1 -> !database.equals("sqlite"); // whose driver gives the last key of a batch only
            default -> true;
        };
    }

    @Override
    public Contender open(Place place) {
        return new JdbiContender(place);
    }
}
