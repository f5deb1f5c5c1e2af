package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.internal.state.EntityKey;
import java.util.ArrayList;
import java.util.List;

/** Keys of several parts as values that can be looked up. */
final class Keys {

    private Keys() {}

    /** A key as a value: equal where the database holds its parts to be equal. */
    static Object of(Object... parts) {
        if (parts.length == 1) {
            return EntityKey.comparable(parts[0]);
        }
        List<Object> key = new ArrayList<>(parts.length);
        for (Object part : parts) {
            key.add(EntityKey.comparable(part));
        }
        return key;
    }

    /** The last key several times more, so that statements for many keys have few shapes, as those with lists of values have. */
    static List<Object[]> padded(List<Object[]> keys) {
        int size = 1;
        while (size < keys.size()) {
            size *= 2;
        }
        List<Object[]> padded = new ArrayList<>(keys);
        while (padded.size() < Math.min(size, GraphLoader.OWNERS_PER_STATEMENT)) {
            padded.add(keys.get(keys.size() - 1));
        }
        return padded;
    }
}
