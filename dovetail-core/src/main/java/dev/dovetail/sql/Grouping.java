package dev.dovetail.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Several ways to group the same rows, whose groups all become rows.
 *
 * @param kind how the ways follow from the sets
 * @param sets for ROLLUP and CUBE, what is grouped by, from left to right; else each way
 */
public record Grouping(Kind kind, List<List<Expression<?>>> sets) {
    /** How the ways to group follow from the sets. */
    public enum Kind {
        /** By all, by all but the last, and so on to all rows as one group. */
        ROLLUP("ROLLUP"),
        /** By each selection of them. */
        CUBE("CUBE"),
        /** By each of them. */
        GROUPING_SETS("GROUPING SETS");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /**
         * The words of SQL.
         *
         * @return for example {@code ROLLUP}
         */
        public String sql() {
            return sql;
        }
    }

    /** Copies the lists. */
    public Grouping {
        sets = sets.stream().map(List::copyOf).toList();
    }

    static Grouping of(Kind kind, Operand<?>... operands) {
        List<List<Expression<?>>> sets = new ArrayList<>();
        for (Operand<?> operand : operands) {
            sets.add(List.of(operand.expression()));
        }
        return new Grouping(kind, sets);
    }
}
