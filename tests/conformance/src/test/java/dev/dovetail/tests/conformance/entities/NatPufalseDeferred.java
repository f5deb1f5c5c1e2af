package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** natural PK, passive_updates=False, FK DEFERRABLE INITIALLY DEFERRED; written by {@code EntityFilesTest}. */
public final class NatPufalseDeferred {
    private NatPufalseDeferred() {}

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
                passiveUpdates = PassiveUpdates.NEVER,
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

        @ForeignKey(references = Country.class, deferred = true)
        @Nullable
        String countryCode;

        @Relationship(
                backPopulates = "cities",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                passiveUpdates = PassiveUpdates.NEVER)
        final One<Country> country = new One<>(this);
    }
}
