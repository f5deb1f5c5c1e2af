package dev.dovetail.tests.orm.unitofwork;

import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Keys that mean something, and change. */
final class Atlas {

    private Atlas() {}

    /** Its key is changed by the database in what refers to it. */
    @Entity(table = "atlas_country")
    static class Country {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        String code;

        @Nullable
        String name;

        @Column(unique = true)
        @Nullable
        String domain;

        @Relationship(backPopulates = "country", orderBy = "id")
        final Many<City> cities = new Many<>(this);

        @Relationship(orderBy = "number")
        final Many<Road> roads = new Many<>(this);

        Country() {}

        Country(String code) {
            this.code = code;
        }
    }

    @Entity(table = "atlas_city")
    static class City {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Country.class, onUpdate = CASCADE)
        @Nullable
        String countryCode;

        @Relationship(backPopulates = "cities")
        final One<Country> country = new One<>(this);

        City() {}

        City(String name) {
            this.name = name;
        }
    }

    /** Its own key contains the country's. */
    @Entity(table = "atlas_road")
    static class Road {
        @Id(generation = Generation.ASSIGNED)
        @ForeignKey(references = Country.class, onUpdate = CASCADE)
        @Nullable
        String countryCode;

        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer number;

        @Nullable
        String name;

        Road() {}

        Road(int number) {
            this.number = number;
        }
    }

    /** Known by a unique column that is not the primary key. */
    @Entity(table = "atlas_site")
    static class Site {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Country.class, referencedColumns = "domain", onUpdate = CASCADE)
        @Nullable
        String countryDomain;

        Site() {}
    }

    /** Its key is changed by the session in what refers to it. */
    @Entity(table = "atlas_river")
    static class River {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        String name;

        @Relationship(backPopulates = "river", passiveUpdates = PassiveUpdates.NEVER, orderBy = "number")
        final Many<Bridge> bridges = new Many<>(this);

        River() {}

        River(String name) {
            this.name = name;
        }
    }

    @Entity(table = "atlas_bridge")
    static class Bridge {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer number;

        @ForeignKey(references = River.class, deferred = true)
        @Nullable
        String riverName;

        @Relationship(backPopulates = "bridges")
        final One<River> river = new One<>(this);

        Bridge() {}

        Bridge(int number) {
            this.number = number;
        }
    }

    /** A child that cannot be without its parent. */
    @Entity(table = "atlas_lake")
    static class Lake {
        @Id
        @Nullable
        Integer id;

        @SuppressWarnings("FK01")
        @Relationship(passiveDeletes = PassiveDeletes.NEVER)
        final Many<Shore> shores = new Many<>(this);
    }

    @Entity(table = "atlas_shore")
    static class Shore {
        @Id(generation = Generation.ASSIGNED)
        @ForeignKey(references = Lake.class)
        @Nullable
        Integer lakeId;

        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer number;

        Shore() {}

        Shore(int number) {
            this.number = number;
        }
    }
}
