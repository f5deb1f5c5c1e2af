package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** natural PK, ON UPDATE CASCADE, passive_updates=True; written by {@code EntityFilesTest}. */
public final class NatCascade {
    private NatCascade() {}

    /** A row of {@code country}. */
    @Entity(table = "country")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Country {

        @Id
        @Nullable
        String code;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "country",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<City> cities = new Many<>(this);
    }

    /** A row of {@code city}. */
    @Entity(table = "city")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class City {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Country.class, onUpdate = ReferentialAction.CASCADE)
        @Nullable
        String countryCode;

        @Relationship(
                backPopulates = "cities",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Country> country = new One<>(this);
    }
}
