package dev.dovetail.orm.mapping.model;

import dev.dovetail.type.SqlKind;

/**
 * The type of a column as the mapping declares it.
 *
 * @param javaType the name of the field's type as source code writes it: {@code int}, {@code java.lang.String}
 * @param kind the SQL kind that stores it
 * @param length the greatest length, 0 where the kind has none
 * @param precision the precision, -1 for the kind's default
 * @param scale the scale of a decimal number
 */
public record ColumnType(String javaType, SqlKind kind, int length, int precision, int scale) {

    /**
     * Whether the field cannot hold null.
     *
     * @return true for a primitive type
     */
    public boolean primitive() {
        return javaType.indexOf('.') < 0 && !javaType.endsWith("[]");
    }

    /**
     * Whether a key of this type can refer to a key of that type: the same kind and, for limited text, the same length.
     *
     * @param other the referenced column's type
     * @return true if the two fit
     */
    public boolean fits(ColumnType other) {
        return kind == other.kind && length == other.length && precision == other.precision && scale == other.scale;
    }
}
