package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Sky.Dot;
import dev.dovetail.tests.orm.unitofwork.Sky.Place;
import dev.dovetail.tests.orm.unitofwork.Sky.Star;
import dev.dovetail.tests.orm.unitofwork.Sky.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Any graph can be written, whatever refers to whatever: afterwards memory and database are equal. */
class AnyGraphProperties {

    record Step(Operation operation, int first, int second) {}

    enum Operation {
        NEW_STAR,
        SET_NEXT,
        CLEAR_NEXT,
        EXCHANGE_NUMBERS,
        PASS_NUMBERS_ON,
        DELETE_STAR_AND_TAKE_ITS_NUMBER,
        DELETE_STAR,
        REPLACE_STAR,
        NEW_ZONE,
        PASS_CODES_ON,
        DELETE_ZONE,
        NEW_PLACE,
        MOVE_PLACE,
        RENAME_PLACE,
        FLUSH,
        COMMIT,
        ROLLBACK
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(Operation.class),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 6))
                .as(Step::new);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndDatabaseAgree(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        run(steps, SessionOptions.DEFAULT);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndDatabaseAgreeWithoutAutoflush(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        run(steps, SessionOptions.DEFAULT.withAutoflush(false));
    }

    private static void run(List<Step> steps, SessionOptions options) {
        try (TestDatabase database = TestDatabase.with(options, Star.class, Zone.class, Place.class);
                Session session = database.open()) {
            World world = new World(database, session);
            steps.forEach(world::apply);
            world.apply(new Step(Operation.COMMIT, 0, 0));
        }
    }

    /** The rows depend on what refers to what, never on the order in which objects were added. */
    @Property(tries = 150)
    void noOrderOfAddsChangesTheRows(@ForAll("references") List<Integer> next, @ForAll long seed) {
        assertThat(rows(next, seed)).isEqualTo(rows(next, seed + 1));
    }

    @Provide
    Arbitrary<List<Integer>> references() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(size ->
                        Arbitraries.integers().between(-1, size - 1).list().ofSize(size));
    }

    private static List<String> rows(List<Integer> next, long seed) {
        try (TestDatabase database = TestDatabase.of(Dot.class);
                Session session = database.open()) {
            List<Dot> dots = IntStream.range(0, next.size()).mapToObj(Dot::new).toList();
            for (int i = 0; i < next.size(); i++) {
                dots.get(i).next.set(next.get(i) < 0 ? null : dots.get(next.get(i)));
            }
            List<Dot> added = new ArrayList<>(dots);
            Collections.shuffle(added, new Random(seed));
            added.forEach(session::add);
            session.commit();
            List<String> rows = database.rows("SELECT id, next_id FROM sky_dot ORDER BY id");
            Collections.shuffle(added, new Random(seed));
            added.forEach(session::delete);
            session.commit();
            assertThat(database.rows("SELECT id FROM sky_dot")).isEmpty();
            return rows;
        }
    }

    /** The objects of one run. */
    private static final class World {
        private final TestDatabase database;
        private final Session session;
        private final List<Object> all = new ArrayList<>();
        private List<String> committed = List.of();
        private int names;

        World(TestDatabase database, Session session) {
            this.database = database;
            this.session = session;
        }

        void apply(Step step) {
            List<Star> stars = members(Star.class);
            List<Zone> zones = members(Zone.class);
            List<Place> places = members(Place.class);
            Star star = pick(stars, step.first());
            Star other = pick(stars, step.second());
            Zone zone = pick(zones, step.first());
            Place place = pick(places, step.second());
            switch (step.operation()) {
                case NEW_STAR -> {
                    Star made = new Star(names++);
                    made.next.set(other == null ? made : other);
                    add(made);
                }
                case SET_NEXT -> {
                    if (star != null) {
                        star.next.set(other);
                    }
                }
                case CLEAR_NEXT -> {
                    if (star != null) {
                        star.next.set(null);
                    }
                }
                case EXCHANGE_NUMBERS -> {
                    if (star != null && other != null) {
                        Integer number = star.number;
                        star.number = other.number;
                        other.number = number;
                    }
                }
                case PASS_NUMBERS_ON -> {
                    for (int i = 0; i < stars.size(); i++) {
                        stars.get(i).number = i + 1 < stars.size() ? stars.get(i + 1).number : names++;
                    }
                }
                case DELETE_STAR_AND_TAKE_ITS_NUMBER -> {
                    if (star != null && other != null && star != other) {
                        delete(other);
                        star.number = other.number;
                    }
                }
                case DELETE_STAR -> {
                    if (star != null) {
                        delete(star);
                    }
                }
                case REPLACE_STAR -> {
                    if (star != null && star.id != null && star != star.next.get()) {
                        Star made = new Star(names++);
                        made.id = star.id;
                        delete(star);
                        add(made);
                    }
                }
                case NEW_ZONE -> add(new Zone("z" + names++));
                case PASS_CODES_ON -> {
                    session.flush();
                    for (int i = 0; i < zones.size(); i++) {
                        zones.get(i).code = i + 1 < zones.size() ? zones.get(i + 1).code : "z" + names++;
                    }
                }
                case DELETE_ZONE -> {
                    if (zone != null) {
                        delete(zone);
                    }
                }
                case NEW_PLACE -> {
                    Place made = new Place("p" + names++);
                    made.zone.set(zone);
                    add(made);
                }
                case MOVE_PLACE -> {
                    if (place != null) {
                        place.zone.set(zone);
                    }
                }
                case RENAME_PLACE -> {
                    if (place != null) {
                        place.name = "p" + names++;
                    }
                }
                case FLUSH -> {
                    session.flush();
                    assertMemoryIs(inDatabase(), "after " + step);
                }
                case COMMIT -> {
                    session.commit();
                    committed = inDatabase();
                    assertMemoryIs(committed, "after " + step);
                }
                case ROLLBACK -> {
                    session.rollback();
                    assertThat(inDatabase()).as("database after %s", step).isEqualTo(committed);
                    assertMemoryIs(committed, "after " + step);
                }
            }
        }

        private void add(Object object) {
            all.add(object);
            session.add(object);
        }

        /** Whatever is deleted is not used any more. */
        private void delete(Object object) {
            session.flush();
            if (session.contains(object)) {
                session.delete(object);
                all.remove(object);
                gone.add(object);
            }
        }

        private final List<Object> gone = new ArrayList<>();

        private <T> List<T> members(Class<T> type) {
            // A rollback brings back what was deleted.
            for (Object object : List.copyOf(gone)) {
                if (session.contains(object) && !session.deleted().contains(object)) {
                    gone.remove(object);
                    all.add(object);
                }
            }
            return all.stream()
                    .filter(session::contains)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        private static <T> @Nullable T pick(List<T> all, int which) {
            return all.isEmpty() || which == 6 ? null : all.get(which % all.size());
        }

        private List<String> inDatabase() {
            TreeSet<String> rows = new TreeSet<>();
            for (String query : List.of(
                    "SELECT 'star', id, number, version, next_id FROM sky_star",
                    "SELECT 'zone', code FROM sky_zone",
                    "SELECT 'place', id, name, zone_code FROM sky_place")) {
                rows.addAll(database.rows(session.connection(), query));
            }
            return List.copyOf(rows);
        }

        private void assertMemoryIs(List<String> rows, String when) {
            TreeSet<String> fields = new TreeSet<>();
            for (Star star : members(Star.class)) {
                fields.add("star|" + star.id + "|" + star.number + "|" + star.version + "|" + star.nextId);
                Star next = star.next.get();
                assertThat(next == null ? null : next.id).as(when).isEqualTo(star.nextId);
            }
            members(Zone.class).forEach(zone -> fields.add("zone|" + zone.code));
            for (Place place : members(Place.class)) {
                fields.add("place|" + place.id + "|" + place.name + "|" + place.zoneCode);
                Zone zone = place.zone.get();
                assertThat(zone == null ? null : zone.code).as(when).isEqualTo(place.zoneCode);
            }
            assertThat(fields).as(when).containsExactlyElementsOf(rows);
        }
    }
}
