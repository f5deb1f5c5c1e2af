package dev.dovetail.benchmarks.ebean;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Versions;
import dev.dovetail.benchmarks.Workload;
import io.ebean.DatabaseFactory;

/** Ebean. */
public final class EbeanProvider implements ContenderProvider {

    @Override
    public String name() {
        return "ebean";
    }

    @Override
    public String version() {
        return Versions.of(DatabaseFactory.class);
    }

    @Override
    public boolean can(Workload workload, String database) {
        return !(database.equals("sqlite")
                && workload == Workload.W1); // whose driver gives the last key of a batch only
    }

    @Override
    public Contender open(Place place) {
        return new EbeanContender(place);
    }
}
