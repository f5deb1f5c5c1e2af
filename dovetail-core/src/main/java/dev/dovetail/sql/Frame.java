package dev.dovetail.sql;

/**
 * Which rows of a window count.
 *
 * @param unit what the bounds count
 * @param start where it begins
 * @param end where it ends
 * @param exclusion which rows of it do not count
 */
public record Frame(Unit unit, FrameBound start, FrameBound end, Exclusion exclusion) {
    /** What the bounds of a frame count. */
    public enum Unit {
        /** Rows. */
        ROWS,
        /** Differences of the value that the rows are ordered by. */
        RANGE,
        /** Groups of rows that are equal in the order. */
        GROUPS
    }

    /** Rows of a frame that do not count. */
    public enum Exclusion {
        /** None. */
        NOTHING(""),
        /** The current row. */
        CURRENT_ROW(" EXCLUDE CURRENT ROW"),
        /** The current row and those equal to it in the order. */
        GROUP(" EXCLUDE GROUP"),
        /** The rows equal to the current one in the order, but not itself. */
        TIES(" EXCLUDE TIES");

        private final String sql;

        Exclusion(String sql) {
            this.sql = sql;
        }

        /**
         * The words of SQL.
         *
         * @return the words with a space before them; empty for none
         */
        public String sql() {
            return sql;
        }
    }
}
