package dev.dovetail.processor.source;

import dev.dovetail.orm.mapping.model.ColumnModel;
import org.jspecify.annotations.Nullable;

/**
 * A column and how generated code reaches its value.
 *
 * @param model the column
 * @param type its type in source code
 * @param privateField whether the field is private
 * @param holder the holder that keeps the value of a column without a field, or null
 * @param position the column's position within that holder's foreign key
 */
public record ColumnSource(
        ColumnModel model,
        TypeExpression type,
        boolean privateField,
        @Nullable String holder,
        int position) {

    /** A column with a field. */
    public static ColumnSource field(ColumnModel model, TypeExpression type, boolean privateField) {
        return new ColumnSource(model, type, privateField, null, 0);
    }

    /** A discriminator without a field. */
    public static ColumnSource discriminator(ColumnModel model, TypeExpression type) {
        return new ColumnSource(model, type, false, null, 0);
    }

    /** Whether the class of an object decides the value. */
    public boolean isDiscriminator() {
        return holder == null && model.attribute() == null;
    }

    /** A column without a field. */
    public static ColumnSource key(ColumnModel model, TypeExpression type, String holder, int position) {
        return new ColumnSource(model, type, false, holder, position);
    }

    /** Whether it is part of an embedded record; its attribute is a path then. */
    public boolean component() {
        return model.attribute() != null && model.attribute().indexOf('.') >= 0;
    }
}
