package dev.dovetail.benchmarks.jooq;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import org.jooq.Constants;

/** jOOQ. */
public final class JooqProvider implements ContenderProvider {

    @Override
    public String name() {
        return "jooq";
    }

    @Override
    public String version() {
        return Constants.FULL_VERSION;
    }

    @Override
    public Contender open(Place place) {
        return new JooqContender(place);
    }
}
