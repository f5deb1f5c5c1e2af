package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.relationships.Plant_Call_.CALL;
import static dev.dovetail.tests.orm.relationships.Plant_Event_.EVENT;
import static dev.dovetail.tests.orm.relationships.Plant_Machine_.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.relationships.Plant.Call;
import dev.dovetail.tests.orm.relationships.Plant.Event;
import dev.dovetail.tests.orm.relationships.Plant.Gauge;
import dev.dovetail.tests.orm.relationships.Plant.Machine;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Write-only holders of owners with a composite key, or along a key that is not the primary one. */
class WriteOnlyKeysTest {

    private final TestDatabase database = TestDatabase.of(Machine.class, Event.class, Call.class, Gauge.class);
    private Session session = database.open();
    private Machine machine = new Machine("Ulm", 7, "s7");

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void stored() {
        machine.events.addAll(List.of(new Event(1), new Event(2)));
        machine.calls.addAll(List.of(new Call(1), new Call(2)));
        session.addAll(List.of(machine, new Machine("Ulm", 8, "s8")));
        session.commit();
        session.close();
        session = database.open();
        machine = session.getOne(Machine.class, "Ulm", 7);
        database.statements().clear();
    }

    @Test
    void aCompositeKeyIsWrittenAndAskedFor() {
        stored();
        machine.events.add(new Event(3));
        session.flush();
        assertThat(database.statements().all())
                .containsExactly("INSERT INTO plant_event (site, number, code) VALUES (?, ?, ?) [Ulm, 7, 3]");
        List<Event> events = session.list(
                select(machine.events, EVENT).where(EVENT.code.gt(1)).orderBy(EVENT.code));
        assertThat(events).extracting(event -> event.code).containsExactly(2, 3);
        machine.events.remove(events.get(0));
        session.commit();
        assertThat(database.rows("SELECT code, site, number FROM plant_event ORDER BY code"))
                .containsExactly("1|Ulm|7", "2|null|null", "3|Ulm|7");
        assertThat(session.list(select(MACHINE).where(MACHINE.events.any(EVENT.code.eq(3)))))
                .containsExactly(machine);
    }

    @Test
    void aMovedElementTakesTheWholeKey() {
        stored();
        Machine other = session.getOne(Machine.class, "Ulm", 8);
        Event event = session.one(select(EVENT).where(EVENT.code.eq(1)));
        other.events.add(event);
        assertThat(event.machine.get()).isSameAs(other);
        session.commit();
        assertThat(database.rows("SELECT code, site, number FROM plant_event ORDER BY code"))
                .containsExactly("1|Ulm|8", "2|Ulm|7");
    }

    @Test
    void aUniqueKeyIsWrittenAndAskedFor() {
        stored();
        machine.calls.add(new Call(3));
        session.flush();
        assertThat(session.list(select(machine.calls, CALL).orderBy(CALL.code)))
                .extracting(call -> call.serial)
                .containsExactly("s7", "s7", "s7");
        assertThat(session.list(select(MACHINE).where(MACHINE.calls.any(CALL.code.eq(3)))))
                .containsExactly(machine);
        machine.calls.remove(session.one(select(CALL).where(CALL.code.eq(1))));
        session.commit();
        assertThat(database.rows("SELECT code, serial FROM plant_call ORDER BY code"))
                .containsExactly("1|null", "2|s7", "3|s7");
    }

    @Test
    void aNewOwnerGivesItsKeyWhenItHasOne() {
        Machine fresh = new Machine("Bonn", 1, "b1");
        fresh.calls.add(new Call(9));
        fresh.events.add(new Event(9));
        session.add(fresh);
        fresh.serial = "b2";
        session.commit();
        assertThat(database.rows("SELECT serial FROM plant_call")).containsExactly("b2");
        assertThat(database.rows("SELECT site, number FROM plant_event")).containsExactly("Bonn|1");
    }

    @Test
    void whatTheDeletedOwnerHasGoesWithIt() {
        stored();
        session.list(select(machine.calls, CALL)).forEach(machine.calls::remove);
        session.delete(machine);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM plant_event")).containsExactly("0");
        assertThat(database.rows("SELECT site, number FROM plant_machine")).containsExactly("Ulm|8");
    }
}
