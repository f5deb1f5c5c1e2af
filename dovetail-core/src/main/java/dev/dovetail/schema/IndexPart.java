package dev.dovetail.schema;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What an index is sorted by: a column or an expression. {@link Schema#part} and {@link Schema#expression} make it.
 *
 * @param text the name of the column, or the expression
 * @param isExpression whether the text is a trusted SQL expression
 * @param descending whether the greatest value comes first
 * @param nulls where NULL stands
 * @param prefix how many characters or bytes of the column count; empty for all
 * @param collation the name of the collation, null for that of the column
 * @param operatorClass the operator class of PostgreSQL, as trusted SQL, null for that of the type
 */
public record IndexPart(
        String text,
        boolean isExpression,
        boolean descending,
        NullsOrder nulls,
        OptionalInt prefix,
        @Nullable String collation,
        @Nullable String operatorClass) {
    static IndexPart of(String text, boolean expression) {
        return new IndexPart(text, expression, false, NullsOrder.DEFAULT, OptionalInt.empty(), null, null);
    }

    /**
     * Puts the greatest value first.
     *
     * @return the new part
     */
    public IndexPart desc() {
        return new IndexPart(text, isExpression, true, nulls, prefix, collation, operatorClass);
    }

    /**
     * Puts NULL before all values.
     *
     * @return the new part
     */
    public IndexPart nullsFirst() {
        return nulls(NullsOrder.FIRST);
    }

    /**
     * Puts NULL behind all values.
     *
     * @return the new part
     */
    public IndexPart nullsLast() {
        return nulls(NullsOrder.LAST);
    }

    private IndexPart nulls(NullsOrder order) {
        return new IndexPart(text, isExpression, descending, order, prefix, collation, operatorClass);
    }

    /**
     * Takes only the beginning of a text or of bytes.
     *
     * @param length the number of characters or bytes
     * @return the new part
     */
    public IndexPart prefix(int length) {
        return new IndexPart(text, isExpression, descending, nulls, OptionalInt.of(length), collation, operatorClass);
    }

    /**
     * Sorts by another collation than the column's.
     *
     * @param name the name of the collation
     * @return the new part
     */
    public IndexPart collate(String name) {
        return new IndexPart(text, isExpression, descending, nulls, prefix, name, operatorClass);
    }

    /**
     * Gives the operator class.
     *
     * @param sql trusted SQL, such as {@code text_pattern_ops}
     * @return the new part
     */
    public IndexPart operatorClass(String sql) {
        return new IndexPart(text, isExpression, descending, nulls, prefix, collation, sql);
    }
}
