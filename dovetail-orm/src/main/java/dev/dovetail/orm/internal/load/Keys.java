package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.internal.state.EntityKey;
import java.util.ArrayList;
import java.util.List;

/** Keys of several parts as values that can be looked up. */
final class Keys {

    /** Up to here each number of keys has a statement of its own. */
    private static final int FEW = 8;

    private Keys() {}

    /** The parts of a key; equal where the database holds them to be equal. */
    static List<Object> of(Object[] parts) {
        List<Object> key = new ArrayList<>(parts.length);
        for (Object part : parts) {
            key.add(EntityKey.comparable(part));
        }
        return key;
    }

    /** The last key several times more, so that statements for many keys have few shapes. */
    static List<Object[]> padded(List<Object[]> keys) {
        int size = FEW;
        while (size < keys.size()) {
            size *= 2;
        }
        if (keys.size() <= FEW || size > GraphLoader.OWNERS_PER_STATEMENT) {
            return keys;
        }
        List<Object[]> padded = new ArrayList<>(keys);
        while (padded.size() < size) {
            padded.add(keys.get(keys.size() - 1));
        }
        return padded;
    }
}
