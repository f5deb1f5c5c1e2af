package dev.dovetail.benchmarks.eclipselink;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import org.eclipse.persistence.Version;

/** EclipseLink. */
public final class EclipseLinkProvider implements ContenderProvider {

    @Override
    public String name() {
        return "eclipselink";
    }

    @Override
    public String version() {
        return Version.getVersion();
    }

    @Override
    public Contender open(Place place) {
        return new EclipseLinkContender(place);
    }
}
