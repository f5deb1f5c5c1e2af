package dev.dovetail.benchmarks.jimmer;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Versions;
import dev.dovetail.benchmarks.Workload;
import org.babyfish.jimmer.sql.JSqlClient;

/** Jimmer. */
public final class JimmerProvider implements ContenderProvider {

    @Override
    public String name() {
        return "jimmer";
    }

    @Override
    public String version() {
        return Versions.of(JSqlClient.class);
    }

    @Override
    public boolean can(Workload workload, String database) {
        return switch (workload) {
            case W4R, W6B, W8 -> false; // no session that keeps anything, no lazy loading, immutable objects
            case W1 -> !database.equals("sqlite"); // whose driver gives the last key of a batch only
            default -> true;
        };
    }

    @Override
    public Contender open(Place place) {
        return new JimmerContender(place);
    }
}
