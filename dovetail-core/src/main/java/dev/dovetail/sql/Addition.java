package dev.dovetail.sql;

import dev.dovetail.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Trusted text that is added to a query, on one database or on all.
 *
 * @param dialect the name of the dialect that it is meant for, null for all
 * @param place where it stands
 * @param text the text, which becomes part of the SQL text as it is
 */
public record Addition(@Nullable String dialect, Place place, String text) {
    /** Where an addition stands. */
    public enum Place {
        /** In a comment behind SELECT, which optimizers read. */
        HINT,
        /** Behind SELECT. */
        PREFIX,
        /** Behind the whole query. */
        SUFFIX
    }

    /** Refuses a hint that would end its comment. */
    public Addition {
        if (place == Place.HINT && (text.contains("*/") || text.contains("/*"))) {
            throw new UsageException("DVT-SQL-RAW", "a hint stands in a comment, and cannot hold one: " + text);
        }
    }

    /**
     * Whether this is meant for a dialect.
     *
     * @param name the name of the dialect
     * @return true if it is added there
     */
    public boolean isFor(String name) {
        return dialect == null || dialect.equals(name);
    }
}
