package dev.dovetail.orm.mapping.model;

import dev.dovetail.type.BasicType;
import dev.dovetail.type.SqlKind;

/**
 * The type of a column as the mapping declares it.
 *
 * @param javaType the name of the field's type as source code writes it: {@code int}, {@code java.lang.String}
 * @param kind the SQL kind that stores it
 * @param length the greatest length, 0 where the kind has none
 * @param precision the precision, -1 for the kind's default
 * @param scale the scale of a decimal number, 0 where the kind has none
 */
public record ColumnType(String javaType, SqlKind kind, int length, int precision, int scale) {

    /**
     * A field's type and the type that stores it.
     *
     * @param javaType the name of the field's type as source code writes it
     * @param stored the column's type
     * @return the column type
     */
    public static ColumnType of(String javaType, BasicType<?> stored) {
        return new ColumnType(
                javaType,
                stored.kind(),
                stored.length().orElse(0),
                stored.precision().orElse(-1),
                stored.scale().orElse(0));
    }

    /**
     * Whether the field cannot hold null.
     *
     * @return true for a primitive type
     */
    public boolean primitive() {
        return switch (javaType) {
            case "int", "long", "short", "byte", "char", "double", "float", "boolean" -> true;
            default -> false;
        };
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

    /**
     * What messages call it.
     *
     * @return for instance {@code Integer (INTEGER)} or {@code String (VARCHAR(255))}
     */
    public String label() {
        String limits = length > 0
                ? "(" + length + ")"
                : precision >= 0 ? "(" + precision + (scale > 0 ? ", " + scale : "") + ")" : "";
        return javaType.substring(javaType.lastIndexOf('.') + 1) + " (" + kind + limits + ")";
    }
}
