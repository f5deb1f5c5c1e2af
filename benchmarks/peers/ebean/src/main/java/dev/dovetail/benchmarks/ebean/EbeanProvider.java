package dev.dovetail.benchmarks.ebean;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import io.ebean.EbeanVersion;

/** Ebean. */
public final class EbeanProvider implements ContenderProvider {

    @Override
    public String name() {
        return "ebean";
    }

    @Override
    public String version() {
        return EbeanVersion.getVersion();
    }

    @Override
    public Contender open(Place place) {
        return new EbeanContender(place);
    }
}
