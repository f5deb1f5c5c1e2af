package dev.dovetail.benchmarks.jdbc;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;

/** Hand-written JDBC: what all others are compared with. */
public final class JdbcProvider implements ContenderProvider {

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public String version() {
        return Runtime.version().toString();
    }

    @Override
    public Contender open(Place place) {
        return new JdbcContender(place);
    }
}
