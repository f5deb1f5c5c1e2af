package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Types;
import org.jspecify.annotations.Nullable;

/**
 * Where a frame begins or ends.
 *
 * @param words the words of SQL, behind the distance if there is one
 * @param distance how far from the current row, null where that is said by the words
 */
public record FrameBound(Words words, @Nullable Expression<?> distance) {
    /** The words of SQL for a bound. */
    public enum Words {
        /** The first row. */
        UNBOUNDED_PRECEDING,
        /** Before the current row. */
        PRECEDING,
        /** The current row. */
        CURRENT_ROW,
        /** Behind the current row. */
        FOLLOWING,
        /** The last row. */
        UNBOUNDED_FOLLOWING;

        /**
         * The words.
         *
         * @return for example {@code CURRENT ROW}
         */
        public String sql() {
            return name().replace('_', ' ');
        }
    }

    /**
     * The first row of the partition.
     *
     * @return the bound
     */
    public static FrameBound first() {
        return new FrameBound(Words.UNBOUNDED_PRECEDING, null);
    }

    /**
     * The current row; in RANGE and GROUPS, with all that are equal to it in the order.
     *
     * @return the bound
     */
    public static FrameBound current() {
        return new FrameBound(Words.CURRENT_ROW, null);
    }

    /**
     * The last row of the partition.
     *
     * @return the bound
     */
    public static FrameBound last() {
        return new FrameBound(Words.UNBOUNDED_FOLLOWING, null);
    }

    /**
     * Rows or groups before the current one, or for RANGE a smaller value.
     *
     * @param number how many, or how much smaller
     * @return the bound
     * @throws UsageException if it is negative; code {@code DVT-SQL-WINDOW}
     */
    public static FrameBound preceding(long number) {
        return preceding(distance(number));
    }

    /**
     * Rows or groups before the current one, or for RANGE a smaller value.
     *
     * @param distance how many, or how much smaller
     * @return the bound
     */
    public static FrameBound preceding(Operand<?> distance) {
        return new FrameBound(Words.PRECEDING, distance.expression());
    }

    /**
     * Rows or groups behind the current one, or for RANGE a greater value.
     *
     * @param number how many, or how much greater
     * @return the bound
     * @throws UsageException if it is negative; code {@code DVT-SQL-WINDOW}
     */
    public static FrameBound following(long number) {
        return following(distance(number));
    }

    /**
     * Rows or groups behind the current one, or for RANGE a greater value.
     *
     * @param distance how many, or how much greater
     * @return the bound
     */
    public static FrameBound following(Operand<?> distance) {
        return new FrameBound(Words.FOLLOWING, distance.expression());
    }

    private static Value<Long> distance(long number) {
        if (number < 0) {
            throw new UsageException("DVT-SQL-WINDOW", "the bound " + number + " of a frame cannot be negative");
        }
        return new Value<>(number, Types.BIGINT);
    }
}
