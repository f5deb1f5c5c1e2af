package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.relationships.Plant_Event_.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.relationships.Plant.Call;
import dev.dovetail.tests.orm.relationships.Plant.Event;
import dev.dovetail.tests.orm.relationships.Plant.Gauge;
import dev.dovetail.tests.orm.relationships.Plant.Machine;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

/** Whatever is put into maps and write-only holders, moved and taken out: memory and database are equal. */
class MapsAndWriteOnlyProperties {

    private static final List<String> NAMES = List.of("a", "b", "c");

    record Step(Operation operation, int machine, int which) {}

    enum Operation {
        NEW_MACHINE,
        PUT,
        MOVE_GAUGE,
        TAKE_OUT,
        CLEAR,
        READ_GAUGE,
        LOG,
        MOVE_EVENT,
        TAKE_EVENT_OUT,
        DELETE_MACHINE,
        FLUSH,
        COMMIT,
        ROLLBACK,
        FORGET
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(Operation.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndDatabaseAgree(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        try (TestDatabase database = TestDatabase.of(Machine.class, Event.class, Call.class, Gauge.class);
                Session session = database.open()) {
            World world = new World(database, session);
            world.apply(new Step(Operation.NEW_MACHINE, 0, 0));
            steps.forEach(world::apply);
            world.apply(new Step(Operation.COMMIT, 0, 0));
        }
    }

    /** The objects of one run. */
    private static final class World {
        private final TestDatabase database;
        private final Session session;
        private final Set<Object> all = new LinkedHashSet<>();
        private List<String> committed = List.of();
        private int numbers;

        World(TestDatabase database, Session session) {
            this.database = database;
            this.session = session;
        }

        void apply(Step step) {
            Machine machine = pick(Machine.class, step.machine());
            String name = NAMES.get(step.which() % NAMES.size());
            switch (step.operation()) {
                case NEW_MACHINE -> {
                    Machine made = new Machine("Ulm", ++numbers, "s" + numbers);
                    all.add(made);
                    session.add(made);
                }
                case PUT -> {
                    if (machine != null) {
                        Gauge gauge = new Gauge(name);
                        all.add(gauge);
                        machine.gauges.put(name, gauge);
                    }
                }
                case MOVE_GAUGE -> {
                    if (machine != null) {
                        machine.gauges.size(); // to load flushes, which deletes a gauge that was taken out elsewhere
                    }
                    Gauge gauge = pick(Gauge.class, step.which());
                    if (machine != null && gauge != null && gauge.machine.get() != machine) {
                        machine.gauges.put(String.valueOf(gauge.name), gauge);
                    }
                }
                case TAKE_OUT -> {
                    if (machine != null) {
                        machine.gauges.remove(name);
                    }
                }
                case CLEAR -> {
                    if (machine != null) {
                        machine.gauges.clear();
                    }
                }
                case READ_GAUGE -> {
                    Gauge gauge = machine == null ? null : machine.gauges.get(name);
                    if (gauge != null) {
                        gauge.reading++;
                    }
                }
                case LOG -> {
                    if (machine != null) {
                        Event event = new Event(step.which());
                        all.add(event);
                        machine.events.add(event);
                    }
                }
                case MOVE_EVENT -> {
                    Event event = pick(Event.class, step.which());
                    if (machine != null && event != null) {
                        machine.events.add(event);
                    }
                }
                case TAKE_EVENT_OUT -> {
                    Event event = pick(Event.class, step.which());
                    Machine holder = event == null ? null : event.machine.get();
                    if (holder != null) {
                        holder.events.remove(event);
                    }
                }
                case DELETE_MACHINE -> {
                    session.flush();
                    if (machine != null && session.contains(machine)) {
                        session.delete(machine);
                        session.flush();
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
                case FORGET -> {
                    session.commit();
                    committed = inDatabase();
                    session.expungeAll();
                    all.clear();
                    all.addAll(session.list(select(Plant_Machine_.MACHINE)));
                    all.addAll(session.list(select(EVENT)));
                    all.addAll(session.list(select(Plant_Gauge_.GAUGE)));
                }
            }
        }

        private <T> List<T> members(Class<T> type) {
            return all.stream()
                    .filter(session::contains)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        private <T> @Nullable T pick(Class<T> type, int which) {
            List<T> members = members(type);
            return members.isEmpty() ? null : members.get(which % members.size());
        }

        private List<String> inDatabase() {
            TreeSet<String> rows = new TreeSet<>();
            for (String query : List.of(
                    "SELECT 'machine', site, number FROM plant_machine",
                    "SELECT 'gauge', id, name, reading, site, number FROM plant_gauge",
                    "SELECT 'event', id, code, site, number FROM plant_event")) {
                rows.addAll(database.rows(session.connection(), query));
            }
            return List.copyOf(rows);
        }

        private void assertMemoryIs(List<String> rows, String when) {
            TreeSet<String> fields = new TreeSet<>();
            for (Machine machine : members(Machine.class)) {
                fields.add("machine|" + machine.site + "|" + machine.number);
                machine.gauges.forEach((name, gauge) -> {
                    assertThat(name).as(when).isEqualTo(gauge.name);
                    assertThat(gauge.machine.get()).as(when).isSameAs(machine);
                });
                List<Event> logged = new ArrayList<>(session.list(select(machine.events, EVENT)));
                assertThat(logged)
                        .as(when)
                        .containsExactlyInAnyOrderElementsOf(members(Event.class).stream()
                                .filter(event -> event.machine.get() == machine)
                                .toList());
            }
            for (Gauge gauge : members(Gauge.class)) {
                fields.add("gauge|" + gauge.id + "|" + gauge.name + "|" + gauge.reading + "|" + gauge.site + "|"
                        + gauge.number);
                Machine machine = gauge.machine.get();
                assertThat(machine == null || machine.gauges.containsValue(gauge))
                        .as(when)
                        .isTrue();
            }
            for (Event event : members(Event.class)) {
                fields.add("event|" + event.id + "|" + event.code + "|" + event.site + "|" + event.number);
            }
            assertThat(fields).as(when).containsExactlyElementsOf(rows);
        }
    }
}
