package dev.dovetail.benchmarks.dovetail;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;

/** Dovetail itself. */
public final class DovetailProvider implements ContenderProvider {

    @Override
    public String name() {
        return "dovetail";
    }

    @Override
    public String version() {
        return "0.1.0-SNAPSHOT";
    }

    @Override
    public Contender open(Place place) {
        return new DovetailContender(place);
    }
}
