package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.HolderOfMany;
import dev.dovetail.orm.attribute.One;
import java.util.List;

/** What a holder leads to, in memory. */
public final class Related {

    private Related() {}

    /**
     * What a holder has in memory, stale or not. Never loads.
     *
     * @param holder the holder
     * @return the objects, in order
     */
    public static List<?> inMemory(Holder<?> holder) {
        if (holder instanceof HolderOfMany<?> many) {
            return HolderAccess.content(many);
        }
        Object value = HolderAccess.value((One<?>) holder);
        return value == null ? List.of() : List.of(value);
    }

    /**
     * What a holder has that counts as loaded; a stale holder does not. Never loads.
     *
     * @param holder the holder
     * @return the objects, in order
     */
    public static List<?> loaded(Holder<?> holder) {
        if (HolderAccess.loaded(holder)) {
            return inMemory(holder);
        }
        return holder instanceof HolderOfMany<?> many ? HolderAccess.added(many) : List.of();
    }

    /**
     * What a holder had before the changes that were not flushed yet and has no more.
     *
     * @param holder the holder
     * @return the objects
     */
    public static List<?> removed(Holder<?> holder) {
        if (holder instanceof HolderOfMany<?> many) {
            return HolderAccess.removed(many);
        }
        One<?> one = (One<?>) holder;
        Object before = HolderAccess.before(one);
        return before == null || before == HolderAccess.value(one) ? List.of() : List.of(before);
    }

    /**
     * What a holder has and did not have before the changes that were not flushed yet.
     *
     * @param holder the holder
     * @return the objects
     */
    public static List<?> added(Holder<?> holder) {
        if (holder instanceof HolderOfMany<?> many) {
            return HolderAccess.added(many);
        }
        One<?> one = (One<?>) holder;
        Object value = HolderAccess.value(one);
        return value == null || value == HolderAccess.before(one) ? List.of() : List.of(value);
    }
}
