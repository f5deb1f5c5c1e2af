package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that a session has objects for, found by what the database has in them as far as the session knows. */
public final class KnownRows {

    private KnownRows() {}

    /**
     * The objects whose rows have some values.
     *
     * @param memory the session's objects
     * @param table the name of the table
     * @param values the values, by column
     * @return the objects; none for a value that is null
     */
    public static List<InstanceState> having(IdentityMap memory, String table, Map<String, @Nullable Object> values) {
        return memory.all().stream()
                .filter(state -> state.type().table().name().equalsIgnoreCase(table) && !state.stale())
                .filter(state -> values.entrySet().stream()
                        .allMatch(value ->
                                value.getValue() != null && value.getValue().equals(inDatabase(state, value.getKey()))))
                .toList();
    }

    private static @Nullable Object inDatabase(InstanceState state, String column) {
        for (int position = 0; position < state.type().columns().size(); position++) {
            if (state.type().column(position).name().equalsIgnoreCase(column) && state.loaded(position)) {
                return state.known().value(position);
            }
        }
        return null;
    }

    static Map<String, @Nullable Object> key(InstanceState state) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        for (int id : state.type().idColumns()) {
            key.put(state.type().column(id).name(), state.known().value(id));
        }
        return key;
    }
}
