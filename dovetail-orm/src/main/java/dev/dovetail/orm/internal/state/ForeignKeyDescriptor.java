package dev.dovetail.orm.internal.state;

import dev.dovetail.schema.ForeignKey;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key between two mapped classes, whether or not a relationship follows it.
 *
 * @param constraint the constraint
 * @param child the referring class
 * @param childColumns positions of its columns in the child
 * @param parent the referenced class
 * @param parentColumns positions of the referenced columns in the parent
 * @param nullable whether all its columns may be NULL
 */
public record ForeignKeyDescriptor(
        ForeignKey constraint,
        EntityDescriptor<?> child,
        int[] childColumns,
        EntityDescriptor<?> parent,
        int[] parentColumns,
        boolean nullable) {

    /**
     * The key that a row of the child refers to.
     *
     * @param values gives a column's value by its position
     * @return the values in the order of the columns, or null if one of them is
     */
    public Object @Nullable [] reference(Values values) {
        return values(values, childColumns);
    }

    /**
     * The key that a row of the parent is referred to by.
     *
     * @param values gives a column's value by its position
     * @return the values in the order of the columns, or null if one of them is
     */
    public Object @Nullable [] referenced(Values values) {
        return values(values, parentColumns);
    }

    private static Object @Nullable [] values(Values values, int[] columns) {
        Object[] key = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Object value = values.at(columns[i]);
            if (value == null) {
                return null;
            }
            key[i] = value;
        }
        return key;
    }

    /** The columns of one row. */
    @FunctionalInterface
    public interface Values {

        /**
         * A column's value.
         *
         * @param column the column's position
         * @return the value
         */
        @Nullable
        Object at(int column);
    }
}
