package dev.dovetail.benchmarks.jdbi;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import org.jdbi.v3.core.Jdbi;

/** Jdbi. */
public final class JdbiProvider implements ContenderProvider {

    @Override
    public String name() {
        return "jdbi";
    }

    @Override
    public String version() {
        return String.valueOf(Jdbi.class.getPackage().getImplementationVersion());
    }

    @Override
    public Contender open(Place place) {
        return new JdbiContender(place);
    }
}
