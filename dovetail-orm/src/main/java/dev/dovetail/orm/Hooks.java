package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.SessionEvents.Happening;
import dev.dovetail.orm.SessionEvents.Moment;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.FlushPlan;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.mapping.model.Deletes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Calls the listeners of a session's factory at the right moments. */
final class Hooks {

    /** So often what listeners changed is looked at again. */
    private static final int ROUNDS = 100;

    private final SessionState session;
    private final SessionEvents events;
    private final List<InstanceState> loaded = new ArrayList<>();
    private final List<InstanceState> refreshed = new ArrayList<>();
    private boolean telling;
    /** Whether a listener before the writes runs now, or has thrown. */
    private boolean listening;

    Hooks(SessionState session) {
        this.session = session;
        this.events = session.factory.events();
    }

    void tell(Moment moment) {
        events.tell(moment, session.face());
    }

    void beforeFlush() {
        if (events.hears(Moment.BEFORE_FLUSH) && session.hasWork()) {
            listening = true;
            tell(Moment.BEFORE_FLUSH);
            listening = false;
        }
    }

    /** {@return whether a listener before the writes has thrown, so that nothing has happened yet; asked once} */
    boolean refused() {
        boolean thrown = listening;
        listening = false;
        return thrown;
    }

    /** Tells of the rows of a plan, and plans anew while that may have changed something. */
    FlushPlan beforeRows(FlushPlan first, Supplier<FlushPlan> again) {
        if (!events.hears(Happening.BEFORE_INSERT)
                && !events.hears(Happening.BEFORE_UPDATE)
                && !events.hears(Happening.BEFORE_DELETE)) {
            return first;
        }
        Map<Happening, Set<InstanceState>> told = new EnumMap<>(Happening.class);
        FlushPlan plan = first;
        for (int round = 0; round < ROUNDS; round++) {
            if (!tellNew(plan, told)) {
                return plan;
            }
            plan = again.get();
        }
        throw new UsageException(
                "DVT-ORM-HOOKS",
                "listeners before a flush have added or changed other objects " + ROUNDS
                        + " times, and it does not come to an end; nothing was sent to the database");
    }

    private boolean tellNew(FlushPlan plan, Map<Happening, Set<InstanceState>> told) {
        boolean any = false;
        for (RowChange row : rows(plan)) {
            Happening before = before(row);
            InstanceState state = row.state();
            if (events.hears(before, state.type().entityClass())
                    && told.computeIfAbsent(before, ignored -> new HashSet<>()).add(state)) {
                listening = true;
                events.tell(before, session.face(), state.entity());
                listening = false;
                any = true;
            }
        }
        return any;
    }

    void afterFlush(FlushPlan plan) {
        if (events.hears(Happening.AFTER_INSERT)
                || events.hears(Happening.AFTER_UPDATE)
                || events.hears(Happening.AFTER_DELETE)) {
            for (RowChange row : rows(plan)) {
                events.tell(after(row), session.face(), row.state().entity());
            }
        }
        tell(Moment.AFTER_FLUSH);
    }

    private static List<RowChange> rows(FlushPlan plan) {
        return plan.steps().stream().flatMap(step -> step.rows().stream()).toList();
    }

    private static Happening before(RowChange row) {
        return switch (row.kind()) {
            case INSERT -> Happening.BEFORE_INSERT;
            case UPDATE -> Happening.BEFORE_UPDATE;
            case DELETE -> Happening.BEFORE_DELETE;
        };
    }

    private static Happening after(RowChange row) {
        return switch (row.kind()) {
            case INSERT -> Happening.AFTER_INSERT;
            case UPDATE -> Happening.AFTER_UPDATE;
            case DELETE -> Happening.AFTER_DELETE;
        };
    }

    void loaded(InstanceState state) {
        if (events.hears(Happening.LOAD)) {
            loaded.add(state);
        }
    }

    void refreshed(InstanceState state) {
        if (events.hears(Happening.REFRESH) && !session.flush.running()) {
            refreshed.add(state);
        }
    }

    /** Tells of what was read since, and of what the listeners read meanwhile. */
    void tellReads() {
        if (telling || loaded.isEmpty() && refreshed.isEmpty()) {
            return;
        }
        telling = true;
        try {
            while (!loaded.isEmpty() || !refreshed.isEmpty()) {
                tellReads(Happening.LOAD, loaded);
                tellReads(Happening.REFRESH, refreshed);
            }
        } finally {
            telling = false;
        }
    }

    private void tellReads(Happening happening, List<InstanceState> reads) {
        List<InstanceState> now = List.copyOf(reads);
        reads.clear();
        now.forEach(state -> events.tell(happening, session.face(), state.entity()));
    }

    /** Whether deletes of a class have to be made object by object, because somebody wants to hear of each. */
    boolean hearsDeletes(Class<?> type) {
        return events.hears(Happening.BEFORE_DELETE, type)
                || events.hears(Happening.AFTER_DELETE, type)
                || session.mappings().of(type).mapper().model().deletes() != Deletes.SILENT;
    }
}
