package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Three tables in a row, joined by foreign keys alone: no relationship says in which order they are written. */
final class Town {

    private Town() {}

    @Entity
    static class Country {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;
    }

    @Entity
    static class City {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @ForeignKey(references = Country.class)
        @Nullable
        Integer countryId;
    }

    /** Its name comes before those that it refers to. */
    @Entity
    static class Address {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @ForeignKey(references = City.class)
        @Nullable
        Integer cityId;
    }
}
