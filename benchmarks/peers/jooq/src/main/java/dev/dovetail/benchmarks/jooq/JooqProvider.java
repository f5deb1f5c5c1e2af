package dev.dovetail.benchmarks.jooq;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Versions;
import dev.dovetail.benchmarks.Workload;
import org.jooq.DSLContext;

/** jOOQ. */
public final class JooqProvider implements ContenderProvider {

    @Override
    public String name() {
        return "jooq";
    }

    @Override
    public String version() {
        return Versions.of(DSLContext.class);
    }

    @Override
    public boolean can(Workload workload, String database) {
        return switch (workload) {
            case W4R, W6B -> false; // no session that keeps anything, no lazy loading
            case W1 -> !database.equals("sqlite"); // where only the key of the last row comes back
            default -> true;
        };
    }

    @Override
    public Contender open(Place place) {
        return new JooqContender(place);
    }
}
