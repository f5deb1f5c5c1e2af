package dev.dovetail.benchmarks.eclipselink;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Versions;
import dev.dovetail.benchmarks.Workload;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** EclipseLink. */
public final class EclipseLinkProvider implements ContenderProvider {

    @Override
    public String name() {
        return "eclipselink";
    }

    @Override
    public String version() {
        return Versions.of(PersistenceProvider.class);
    }

    @Override
    public boolean can(Workload workload, String database) {
        return !database.equals("sqlite"); // it has no platform for it
    }

    @Override
    public Contender open(Place place) {
        return new EclipseLinkContender(place);
    }
}
