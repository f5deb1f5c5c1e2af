package dev.dovetail.schema;

/** What the database makes of a column for which a row is given no value. */
public sealed interface ColumnValue {
    /** Nothing: the value is NULL, or the row is refused. */
    record Given() implements ColumnValue {
        static final Given INSTANCE = new Given();
    }

    /**
     * The value of an SQL expression.
     *
     * @param sql a trusted SQL expression, as it stands in the DDL
     */
    record DefaultSql(String sql) implements ColumnValue {}

    /**
     * A value that is always the same.
     *
     * @param value an instance of the Java class of the column's type
     */
    record DefaultConstant(Object value) implements ColumnValue {}

    /**
     * The next value of a sequence.
     *
     * @param sequence the sequence
     */
    record DefaultNext(Sequence sequence) implements ColumnValue {}

    /**
     * The next value of a counter that belongs to the column.
     *
     * @param always whether the database refuses a value that is given all the same
     * @param options how it counts
     */
    record Identity(boolean always, SequenceOptions options) implements ColumnValue {
        /** A counter that gives way to a given value, and counts as the database does when nothing is said. */
        public static final Identity BY_DEFAULT = new Identity(false, SequenceOptions.DEFAULT);

        /** A counter whose column takes no other value. */
        public static final Identity ALWAYS = new Identity(true, SequenceOptions.DEFAULT);

        /**
         * Says how the counter counts.
         *
         * @param newOptions start, increment and the like
         * @return the new counter
         */
        public Identity with(SequenceOptions newOptions) {
            return new Identity(always, newOptions);
        }
    }

    /**
     * The value of an expression over other columns of the row; the column takes no other.
     *
     * @param sql a trusted SQL expression, as it stands in the DDL
     * @param storage when it is computed
     */
    record Computed(String sql, Storage storage) implements ColumnValue {}

    /** When a computed column is computed. */
    enum Storage {
        /** When the row is written; the value takes up room. */
        STORED,
        /** When the row is read. */
        VIRTUAL
    }
}
