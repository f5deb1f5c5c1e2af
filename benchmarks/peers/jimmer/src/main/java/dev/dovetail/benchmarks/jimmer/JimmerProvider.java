package dev.dovetail.benchmarks.jimmer;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import org.babyfish.jimmer.sql.JSqlClient;

/** Jimmer. */
public final class JimmerProvider implements ContenderProvider {

    @Override
    public String name() {
        return "jimmer";
    }

    @Override
    public String version() {
        return String.valueOf(JSqlClient.class.getPackage().getImplementationVersion());
    }

    @Override
    public Contender open(Place place) {
        return new JimmerContender(place);
    }
}
