package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a record in columns of the entity's own table, one for each component. Stands on a field whose type is a record,
 * and on components of such a record that are records themselves. A field with {@link Id} needs it only to say more.
 *
 * <p>A null record is NULL in all its columns, and such a row is read as null. A component of primitive type that is NULL
 * beside others that are not is read as 0.
 *
 * <p>{@link Column}, {@link Default} with SQL, {@link ForeignKey} and {@link Sensitive} stand on the components;
 * {@link ColumnOverride} on the field changes a column for this use of the record alone. Where columns are named
 * ({@code @Unique(columns = "address")}), the field stands for all its columns, and {@code address.city} for one.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Embedded {

    /** Stands for the prefix that the field gives. */
    String BY_FIELD = "<field>";

    /**
     * What the names of the columns begin with.
     *
     * @return the prefix, possibly empty; {@link #BY_FIELD} for the field's name in snake_case and an underscore, and for
     *     no prefix in a primary key. The column of a record with a single component is then named after the field alone
     */
    String prefix() default BY_FIELD;

    /**
     * Whether the record may be null. If so, all its columns may be NULL, whatever its components say. A primary key never
     * is null.
     *
     * @return false for a record that is always there: its components decide, and those of primitive type are NOT NULL
     */
    boolean nullable() default true;
}
