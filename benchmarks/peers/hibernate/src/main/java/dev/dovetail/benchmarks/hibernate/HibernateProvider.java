package dev.dovetail.benchmarks.hibernate;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Versions;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.ManagedEntity;

/** Hibernate ORM, enhanced at build time or not. */
public final class HibernateProvider implements ContenderProvider {

    @Override
    public String name() {
        return ManagedEntity.class.isAssignableFrom(Item.class) ? "hibernate-enhanced" : "hibernate";
    }

    @Override
    public String version() {
        return Versions.of(SessionFactory.class);
    }

    @Override
    public Contender open(Place place) {
        return new HibernateContender(place);
    }
}
