package dev.dovetail.orm.mapping;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What travels along a relationship from one object to those related to it. The names and meanings are SQLAlchemy's. */
public enum Cascade {
    /** Adding an object to a session adds what it holds; putting an object into an attached holder adds it. */
    SAVE_UPDATE,
    /** Merging an object merges what it holds. */
    MERGE,
    /** Refreshing or expiring an object expires what it holds. */
    REFRESH_EXPIRE,
    /** Expunging an object expunges what it holds. */
    EXPUNGE,
    /** Deleting an object deletes what it holds. */
    DELETE,
    /** Taking an object out of its parent deletes it. Not part of {@link #ALL}. */
    DELETE_ORPHAN,
    /** All but {@link #DELETE_ORPHAN}. */
    ALL;

    /**
     * The single cascades that a declaration stands for.
     *
     * @param declared as written, {@link #ALL} included
     * @return the cascades without {@link #ALL}, unmodifiable
     */
    public static Set<Cascade> expand(Collection<Cascade> declared) {
        EnumSet<Cascade> expanded = EnumSet.noneOf(Cascade.class);
        expanded.addAll(declared);
        if (expanded.remove(ALL)) {
            expanded.addAll(EnumSet.range(SAVE_UPDATE, DELETE));
        }
        return Collections.unmodifiableSet(expanded);
    }
}
