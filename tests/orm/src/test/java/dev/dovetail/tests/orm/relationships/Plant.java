package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.mapping.Cascade.ALL;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Holders of many whose owners are known by two columns, or by one that is not the primary key. */
final class Plant {

    private Plant() {}

    @Entity(table = "plant_machine")
    static class Machine {
        @Id
        @Nullable
        String site;

        @Id
        int number;

        @Column(unique = true)
        @Nullable
        String serial;

        @Relationship(backPopulates = "machine", cascade = ALL)
        final WriteOnly<Event> events = new WriteOnly<>(this);

        @Relationship(backPopulates = "machine")
        final WriteOnly<Call> calls = new WriteOnly<>(this);

        @Relationship(
                backPopulates = "machine",
                cascade = {ALL, Cascade.DELETE_ORPHAN})
        final ManyMap<String, Gauge> gauges = new ManyMap<>(this, gauge -> gauge.name);

        Machine() {}

        Machine(String site, int number, String serial) {
            this.site = site;
            this.number = number;
            this.serial = serial;
        }
    }

    @Entity(table = "plant_event")
    @ForeignKey(
            references = Machine.class,
            columns = {"site", "number"})
    static class Event {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String site;

        @Nullable
        Integer number;

        int code;

        @Relationship(backPopulates = "events")
        final One<Machine> machine = new One<>(this);

        Event() {}

        Event(int code) {
            this.code = code;
        }
    }

    @Entity(table = "plant_call")
    static class Call {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Machine.class, referencedColumns = "serial")
        @Nullable
        String serial;

        int code;

        @Relationship(backPopulates = "calls")
        final One<Machine> machine = new One<>(this);

        Call() {}

        Call(int code) {
            this.code = code;
        }
    }

    @Entity(table = "plant_gauge")
    @ForeignKey(
            references = Machine.class,
            columns = {"site", "number"})
    static class Gauge {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String site;

        @Nullable
        Integer number;

        @Nullable
        String name;

        int reading;

        @Relationship(backPopulates = "gauges")
        final One<Machine> machine = new One<>(this);

        Gauge() {}

        Gauge(String name) {
            this.name = name;
        }
    }
}
