package dev.dovetail.orm.internal.load;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Cursor;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.Remedy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns that were not read with their rows: of the object that was touched and, in the same statement, of its
 * siblings. Flushes nothing: the row's key is known, and what was set is not loaded.
 */
public final class DeferredLoader {

    private final LoadContext session;
    private final LazyLoadAlarm alarm;

    /**
     * A loader for a session.
     *
     * @param session the session
     */
    public DeferredLoader(LoadContext session) {
        this.session = session;
        this.alarm = new LazyLoadAlarm(session.lazyLoadAlarm(), session::warn);
    }

    /**
     * Reads a column that the application has touched, and that of the object's siblings.
     *
     * @param touched the object, which has a row
     * @param column the column's position
     * @throws ObjectDeletedException if the object's row is gone
     * @throws UsageException if the query has forbidden that
     */
    public void touch(InstanceState touched, int column) {
        String entity = touched.type().name();
        String label = touched.type().columns().get(column).label();
        LoadPlan plan = LoadedTogether.plan(touched);
        if (plan != null && plan.refuses(label)) {
            throw new UsageException(
                    "DVT-ORM-RAISE",
                    entity + "." + label + " of " + touched + " is not loaded, and loading it when it is touched was"
                            + " forbidden by raiseDeferred; " + Remedy.undefer(entity, label));
        }
        alarm.loads(entity, label);
        load(touched, column, session.siblingsLoadedTogether() - 1);
    }

    /**
     * Reads a column of one object, for the session's own purposes.
     *
     * @param state the object, which has a row
     * @param column the column's position
     * @throws ObjectDeletedException if the object's row is gone
     */
    public void load(InstanceState state, int column) {
        load(state, column, 0);
    }

    private void load(InstanceState touched, int column, int most) {
        EntityDescriptor<?> type = touched.type();
        List<InstanceState> siblings =
                LoadedTogether.siblings(touched, session.identityMap(), most, sibling -> waits(sibling, type, column));
        List<InstanceState> states = new ArrayList<>(List.of(touched));
        states.addAll(siblings);
        Map<EntityKey, InstanceState> byKey = states.stream()
                .collect(Collectors.toMap(
                        state -> Objects.requireNonNull(state.key()),
                        Function.identity(),
                        (a, b) -> a,
                        LinkedHashMap::new));
        List<Object[]> keys = Keys.padded(
                byKey.keySet().stream().map(key -> key.values().toArray()).toList());
        read(type, column, keys, byKey, purpose(touched, column, siblings.size()));
        if (!touched.loaded(column)) {
            throw new ObjectDeletedException(touched + " is in the session, but its row is gone, so that "
                    + type.columns().get(column).label() + " cannot be read. Expunge the object, or roll back");
        }
    }

    private static boolean waits(InstanceState sibling, EntityDescriptor<?> type, int column) {
        return sibling.canLoad()
                && sibling.type().columns().size() > column
                && sibling.type().column(column) == type.column(column)
                && !sibling.loaded(column);
    }

    private void read(
            EntityDescriptor<?> type,
            int column,
            List<Object[]> keys,
            Map<EntityKey, InstanceState> states,
            String purpose) {
        TablePart part = type.tables().stream()
                .filter(candidate -> candidate.has(column))
                .findFirst()
                .orElseThrow();
        int value = part.key().size() + 1;
        Object[] arguments = keys.stream().flatMap(Arrays::stream).toArray();
        LoadOrigin origin = new LoadOrigin(purpose, type, session.mappings());
        try (Cursor cursor = session.connection(type)
                .query(EntityStatements.selectDeferred(part, type.column(column), keys.size()), arguments, origin)) {
            while (cursor.next()) {
                InstanceState state = states.get(key(type, cursor));
                if (state != null && !state.loaded(column)) {
                    state.loaded(column, cursor.value(value));
                }
            }
        }
    }

    private static @Nullable EntityKey key(EntityDescriptor<?> type, Cursor cursor) {
        int[] ids = type.idColumns();
        return type.key((int column) -> cursor.value(place(ids, column)));
    }

    private static int place(int[] ids, int column) {
        int place = 0;
        while (ids[place] != column) {
            place++;
        }
        return place + 1;
    }

    private static String purpose(InstanceState touched, int column, int siblings) {
        return "reading " + touched.type().columns().get(column).label() + " of " + touched
                + (siblings == 0 ? "" : " and " + siblings + (siblings == 1 ? " sibling" : " siblings"));
    }
}
