package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.deleteFrom;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.inheritance.Stock_Arrow_.ARROW;
import static dev.dovetail.tests.orm.inheritance.Stock_Nut_.NUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.inheritance.Stock.Arrow;
import dev.dovetail.tests.orm.inheritance.Stock.Bin;
import dev.dovetail.tests.orm.inheritance.Stock.Bolt;
import dev.dovetail.tests.orm.inheritance.Stock.LockNut;
import dev.dovetail.tests.orm.inheritance.Stock.Nut;
import dev.dovetail.tests.orm.inheritance.Stock.Part;
import dev.dovetail.tests.orm.inheritance.Stock.Plate;
import dev.dovetail.tests.orm.inheritance.Stock.Sign;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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

/** Whatever is done to objects of all classes of joined and single-table hierarchies: memory and database are equal. */
class HierarchyProperties {

    record Step(Operation operation, int first, int second) {}

    enum Operation {
        NEW_BIN,
        NEW_PART,
        NEW_SIGN,
        MOVE_PART,
        JOIN_BOLT,
        JOIN_ARROW,
        JOIN_SIGN,
        RENAME,
        CHANGE,
        DELETE,
        UPDATE_NUTS,
        UPDATE_ARROWS,
        DELETE_NUTS,
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

    private static TestDatabase database() {
        return TestDatabase.of(
                Bin.class, Part.class, Nut.class, LockNut.class, Bolt.class, Sign.class, Plate.class, Arrow.class);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndDatabaseAgree(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        try (TestDatabase database = database();
                Session session = database.open()) {
            World world = new World(database, session);
            steps.forEach(world::apply);
            world.apply(new Step(Operation.COMMIT, 0, 0));
        }
    }

    /** Keys are given, so that the rows can be compared. */
    @Property(tries = 60)
    void noOrderOfAddsChangesTheRows(@ForAll @Size(max = 12) List<@From("steps") Step> objects, @ForAll long seed) {
        assertThat(rows(objects, seed)).isEqualTo(rows(objects, seed + 1));
    }

    private static List<String> rows(List<Step> objects, long seed) {
        try (TestDatabase database = database();
                Session session = database.open()) {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < objects.size(); i++) {
                Step step = objects.get(i);
                Part part = part(step.first());
                part.id = i + 1;
                part.name = i;
                Sign sign = sign(step.second());
                sign.id = i + 1;
                sign.part.set(part);
                all.add(part);
                all.add(sign);
            }
            join(of(all, Bolt.class), of(all, Nut.class), of(all, Arrow.class), of(all, Sign.class));
            Collections.shuffle(all, new Random(seed));
            all.forEach(session::add);
            session.commit();
            return inDatabase(database, session);
        }
    }

    private static void join(List<Bolt> bolts, List<Nut> nuts, List<Arrow> arrows, List<Sign> signs) {
        for (int i = 0; i < bolts.size() && !nuts.isEmpty(); i++) {
            bolts.get(i).nut.set(nuts.get(i % nuts.size()));
        }
        for (int i = 0; i < arrows.size(); i++) {
            arrows.get(i).next.set(signs.get((i * 3 + 1) % signs.size()));
        }
    }

    private static Part part(int kind) {
        return switch (kind % 4) {
            case 0 -> new Part();
            case 1 -> new Nut();
            case 2 -> new LockNut();
            default -> new Bolt();
        };
    }

    private static Sign sign(int kind) {
        return switch (kind % 3) {
            case 0 -> new Sign();
            case 1 -> new Plate();
            default -> new Arrow();
        };
    }

    private static <T> List<T> of(List<?> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<String> inDatabase(TestDatabase database, Session session) {
        TreeSet<String> rows = new TreeSet<>();
        for (String query : List.of(
                "SELECT 'bin', id FROM stock_bin",
                "SELECT p.type, p.id, p.name, p.version, p.bin_id, n.size, l.grip, b.length, b.nut_id FROM stock_part p"
                        + " LEFT JOIN stock_nut n ON n.id = p.id LEFT JOIN stock_lock_nut l ON l.id = p.id"
                        + " LEFT JOIN stock_bolt b ON b.id = p.id",
                "SELECT type, id, name, part_id, width, heading, next_id FROM stock_sign")) {
            rows.addAll(database.rows(session.connection(), query));
        }
        return List.copyOf(rows);
    }

    /** The objects of one run. */
    private static final class World {
        private final TestDatabase database;
        private final Session session;
        private final Set<Object> all = new LinkedHashSet<>();
        private List<String> committed = List.of();
        private int names;

        World(TestDatabase database, Session session) {
            this.database = database;
            this.session = session;
        }

        void apply(Step step) {
            names++;
            Part part = pick(Part.class, step.first());
            switch (step.operation()) {
                case NEW_BIN -> add(new Bin());
                case NEW_PART -> {
                    Part made = part(step.first());
                    made.bin.set(pick(Bin.class, step.second()));
                    add(made);
                }
                case NEW_SIGN -> {
                    Sign made = sign(step.first());
                    made.part.set(pick(Part.class, step.second()));
                    add(made);
                }
                case MOVE_PART -> {
                    if (part != null) {
                        part.bin.set(pick(Bin.class, step.second()));
                    }
                }
                case JOIN_BOLT -> {
                    Bolt bolt = pick(Bolt.class, step.first());
                    if (bolt != null) {
                        bolt.nut.set(pick(Nut.class, step.second()));
                    }
                }
                case JOIN_ARROW -> {
                    Arrow arrow = pick(Arrow.class, step.first());
                    if (arrow != null) {
                        arrow.next.set(pick(Sign.class, step.second()));
                    }
                }
                case JOIN_SIGN -> {
                    Sign sign = pick(Sign.class, step.first());
                    if (sign != null) {
                        sign.part.set(pick(Part.class, step.second()));
                    }
                }
                case RENAME -> {
                    if (part != null) {
                        part.name = names;
                    }
                }
                case CHANGE -> change(pick(Object.class, step.first()));
                case DELETE -> delete(pick(Object.class, step.first()));
                case UPDATE_NUTS ->
                    session.execute(update(NUT)
                            .set(NUT.size, names)
                            .set(NUT.name, names)
                            .where(NUT.size.ge(step.first())));
                case UPDATE_ARROWS ->
                    session.execute(update(ARROW).set(ARROW.heading, names).where(ARROW.nextId.isNull()));
                case DELETE_NUTS -> session.execute(deleteFrom(NUT).where(NUT.size.eq(step.first())));
                case FLUSH -> {
                    session.flush();
                    assertMemoryIs(inDatabase(database, session), "after " + step);
                }
                case COMMIT -> {
                    session.commit();
                    committed = inDatabase(database, session);
                    assertMemoryIs(committed, "after " + step);
                }
                case ROLLBACK -> {
                    session.rollback();
                    assertThat(inDatabase(database, session))
                            .as("database after %s", step)
                            .isEqualTo(committed);
                    assertMemoryIs(committed, "after " + step);
                }
            }
        }

        private void change(@Nullable Object object) {
            if (object instanceof LockNut nut) {
                nut.grip = names;
            } else if (object instanceof Nut nut) {
                nut.size = names;
            } else if (object instanceof Bolt bolt) {
                bolt.length = names;
                bolt.name = -names;
            } else if (object instanceof Plate plate) {
                plate.width = names;
            } else if (object instanceof Arrow arrow) {
                arrow.heading = names;
            }
        }

        private void add(Object object) {
            all.add(object);
            session.add(object);
        }

        private void delete(@Nullable Object object) {
            session.flush();
            if (object != null && session.contains(object)) {
                session.delete(object);
                session.flush();
            }
        }

        private <T> List<T> members(Class<T> type) {
            return of(all.stream().filter(session::contains).toList(), type);
        }

        private <T> @Nullable T pick(Class<T> type, int which) {
            List<T> members = members(type);
            return members.isEmpty() || which == 6 ? null : members.get(which % members.size());
        }

        private void assertMemoryIs(List<String> rows, String when) {
            TreeSet<String> fields = new TreeSet<>();
            members(Bin.class).forEach(bin -> fields.add("bin|" + bin.id));
            for (Part part : members(Part.class)) {
                assertThat(session.get(Part.class, part.id)).as(when).isSameAs(part);
                Nut nut = part instanceof Nut it ? it : null;
                Bolt bolt = part instanceof Bolt it ? it : null;
                fields.add(String.join(
                        "|",
                        part instanceof LockNut ? "lock" : nut != null ? "nut" : bolt != null ? "bolt" : "part",
                        part.id + "|" + part.name + "|" + part.version + "|" + part.binId,
                        nut == null ? "null" : "" + nut.size,
                        part instanceof LockNut lock ? "" + lock.grip : "null",
                        bolt == null ? "null" : "" + bolt.length,
                        bolt == null ? "null" : "" + bolt.nutId));
                assertThat(part.bin.get() == null ? null : part.bin.get().id)
                        .as(when)
                        .isEqualTo(part.binId);
                if (bolt != null) {
                    assertThat(bolt.nut.get() == null ? null : bolt.nut.get().id)
                            .as(when)
                            .isEqualTo(bolt.nutId);
                    assertThat(bolt.nut.get() == null || bolt.nut.get().bolts.contains(bolt))
                            .as(when)
                            .isTrue();
                }
            }
            for (Sign sign : members(Sign.class)) {
                assertThat(session.get(Sign.class, sign.id)).as(when).isSameAs(sign);
                Plate plate = sign instanceof Plate it ? it : null;
                Arrow arrow = sign instanceof Arrow it ? it : null;
                fields.add(String.join(
                        "|",
                        plate != null ? "plate" : arrow != null ? "arrow" : "sign",
                        sign.id + "|" + sign.name + "|" + sign.partId,
                        plate == null ? "null" : "" + plate.width,
                        arrow == null ? "null" : "" + arrow.heading,
                        arrow == null ? "null" : "" + arrow.nextId));
                assertThat(sign.part.get() == null ? null : sign.part.get().id)
                        .as(when)
                        .isEqualTo(sign.partId);
            }
            assertThat(fields).as(when).containsExactlyElementsOf(rows);
        }
    }
}
