package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Atlas.Bridge;
import dev.dovetail.tests.orm.unitofwork.Atlas.City;
import dev.dovetail.tests.orm.unitofwork.Atlas.Country;
import dev.dovetail.tests.orm.unitofwork.Atlas.Lake;
import dev.dovetail.tests.orm.unitofwork.Atlas.River;
import dev.dovetail.tests.orm.unitofwork.Atlas.Road;
import dev.dovetail.tests.orm.unitofwork.Atlas.Shore;
import dev.dovetail.tests.orm.unitofwork.Atlas.Site;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keys that change, and what refers to them. */
class ChangedKeysTest {

    /** ON UPDATE CASCADE: one statement, and memory follows without SQL. */
    @Nested
    class ByTheDatabase {
        private final TestDatabase database =
                TestDatabase.of(Country.class, City.class, Road.class, Site.class, Lake.class, Shore.class);
        private final Session session = database.open();
        private final Country country = new Country("A");
        private final City city = new City("x");
        private final Road road = new Road(1);

        @BeforeEach
        void insert() {
            country.cities.add(city);
            country.roads.add(road);
            country.domain = "aa";
            session.add(country);
            session.commit();
            session.refresh(country);
            assertThat(country.cities).containsExactly(city);
            assertThat(session.get(Road.class, "A", 1)).isSameAs(road);
            database.statements().clear();
        }

        @AfterEach
        void close() {
            session.close();
            database.close();
        }

        @Test
        void oneStatementIsSentAndLoadedChildrenHaveTheNewKey() {
            country.code = "B";
            session.flush();
            assertThat(database.statements().all())
                    .containsExactly("UPDATE atlas_country SET code=? WHERE atlas_country.code = ? [B, A]");
            assertThat(city.countryCode).isEqualTo("B");
            assertThat(road.countryCode).isEqualTo("B");
            assertThat(session.get(Country.class, "B")).isSameAs(country);
            assertThat(session.get(Road.class, "B", 1)).isSameAs(road);
            assertThat(city.country.get()).isSameAs(country);
            assertThat(database.statements().all()).isEmpty();
            assertThat(session.get(Country.class, "A")).isNull();
            session.commit();
            assertThat(database.rows("SELECT country_code FROM atlas_city")).containsExactly("B");
        }

        @Test
        void aChildWhoseKeyContainsTheParentsIsFoundByItsNewKeyInTheSameFlush() {
            country.code = "B";
            road.name = "r";
            city.name = "y";
            session.flush();
            assertThat(database.statements().all())
                    .containsExactly(
                            "UPDATE atlas_country SET code=? WHERE atlas_country.code = ? [B, A]",
                            "UPDATE atlas_city SET name=? WHERE atlas_city.id = ? [y, 1]",
                            "UPDATE atlas_road SET name=? WHERE atlas_road.country_code = ? AND atlas_road.number = ?"
                                    + " [r, B, 1]");
        }

        @Test
        void aRollbackPutsKeysAndIdentityBack() {
            country.code = "B";
            session.flush();
            session.rollback();
            assertThat(country.code).isEqualTo("A");
            assertThat(city.countryCode).isEqualTo("A");
            assertThat(road.countryCode).isEqualTo("A");
            assertThat(session.get(Country.class, "A")).isSameAs(country);
            assertThat(session.get(Road.class, "A", 1)).isSameAs(road);
            assertThat(session.get(Country.class, "B")).isNull();
        }

        @Test
        void aRollbackToASavepointDoesSoToo() {
            var point = session.beginNested();
            country.code = "B";
            session.flush();
            point.rollback();
            assertThat(road.countryCode).isEqualTo("A");
            assertThat(session.get(Road.class, "A", 1)).isSameAs(road);
            road.name = "r";
            session.commit();
            assertThat(database.rows("SELECT country_code, name FROM atlas_road"))
                    .containsExactly("A|r");
        }

        @Test
        void newChildrenTakeTheNewKey() {
            country.code = "B";
            City other = new City("y");
            country.cities.add(other);
            session.commit();
            assertThat(database.rows("SELECT name, country_code FROM atlas_city ORDER BY id"))
                    .containsExactly("x|B", "y|B");
            assertThat(country.cities).containsExactly(city, other);
        }

        @Test
        void aKeyToAUniqueColumnIsFollowedToo() {
            Site site = new Site();
            site.countryDomain = "aa";
            session.add(site);
            session.flush();
            country.domain = "bb";
            session.flush();
            assertThat(site.countryDomain).isEqualTo("bb");
            session.commit();
            assertThat(database.rows("SELECT country_domain FROM atlas_site")).containsExactly("bb");
        }

        @Test
        void keysMayBePassedOnAlongAChain() {
            Country second = new Country("B");
            City other = new City("y");
            second.cities.add(other);
            session.add(second);
            session.flush();
            second.code = "C";
            country.code = "B";
            session.flush();
            assertThat(city.countryCode).isEqualTo("B");
            assertThat(other.countryCode).isEqualTo("C");
            assertThat(session.get(Country.class, "B")).isSameAs(country);
            assertThat(session.get(Country.class, "C")).isSameAs(second);
            session.rollback();
            assertThat(session.get(Country.class, "A")).isSameAs(country);
            assertThat(session.contains(second)).isFalse();
            assertThat(city.countryCode).isEqualTo("A");
        }

        @Test
        void aPrimaryKeyIsNotBlankedOut() {
            Lake lake = new Lake();
            lake.shores.add(new Shore(1));
            session.add(lake);
            session.commit();
            session.delete(lake);
            session.add(new City("late"));
            database.statements().clear();
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("is to set Shore.lakeId of Shore (1, 1) to NULL")
                    .hasMessageContaining("it is part of the primary key")
                    .hasMessageContaining("Nothing was sent to the database");
            assertThat(database.statements().writes()).isEmpty();
        }
    }

    /** passiveUpdates = NEVER, with a deferred key: parent first, then the children. */
    @Nested
    class ByTheSession {
        private final TestDatabase database =
                TestDatabase.requiring(Capability.DEFERRABLE_FOREIGN_KEYS, River.class, Bridge.class);
        private final Session session = database.open();

        @BeforeEach
        void insert() {
            River river = new River("A");
            river.bridges.addAll(List.of(new Bridge(1), new Bridge(2)));
            session.add(river);
            session.commit();
            session.expungeAll();
            database.statements().clear();
        }

        @AfterEach
        void close() {
            session.close();
            database.close();
        }

        @Test
        void childrenAreFoundAndUpdatedAfterTheParent() {
            River river = session.get(River.class, "A");
            river.name = "B";
            session.commit();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "UPDATE atlas_river SET name=? WHERE atlas_river.name = ? [B, A]",
                            "UPDATE atlas_bridge SET river_name=? WHERE atlas_bridge.number = ? [B, 1]",
                            "UPDATE atlas_bridge SET river_name=? WHERE atlas_bridge.number = ? [B, 2]");
            assertThat(river.bridges).extracting(bridge -> bridge.riverName).containsExactly("B", "B");
        }

        @Test
        void oneThatGoesElsewhereGoesThere() {
            River river = session.get(River.class, "A");
            River other = new River("O");
            session.add(other);
            Bridge moved = river.bridges.get(0);
            other.bridges.add(moved);
            Bridge gone = river.bridges.get(0);
            session.delete(gone);
            river.name = "B";
            session.commit();
            assertThat(database.rows("SELECT number, river_name FROM atlas_bridge"))
                    .containsExactly("1|O");
        }
    }
}
