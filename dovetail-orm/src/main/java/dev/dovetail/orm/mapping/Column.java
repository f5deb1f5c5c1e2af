package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says more about a column than its field's name and type do. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Column {

    /** The length of a string that has no limit. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * The column's name.
     *
     * @return the name, or empty for the field's name in snake_case
     */
    String name() default "";

    /**
     * Whether the column may hold NULL. Primary keys and fields of primitive type never do, whatever stands here.
     *
     * @return false for NOT NULL
     */
    boolean nullable() default true;

    /**
     * Whether no two rows may have the same value.
     *
     * @return true for a unique constraint on this column alone
     */
    boolean unique() default false;

    /**
     * The greatest length of a string in characters, or of a byte array in bytes.
     *
     * @return the length, {@link #UNLIMITED} for none
     */
    int length() default 255;

    /**
     * The digits of a decimal number, or of a time's fraction of a second.
     *
     * @return the precision, -1 for the type's default
     */
    int precision() default -1;

    /**
     * Whether an INSERT gives the column the field's value. If not, it is read back after the INSERT.
     *
     * @return false for a column that something else fills
     */
    boolean insertable() default true;

    /**
     * Whether the column may change after the INSERT.
     *
     * @return false for a column that is written once; a flush refuses a changed field
     */
    boolean updatable() default true;

    /**
     * How text is compared and sorted.
     *
     * @return a collation of the database, or empty for its default
     */
    String collation() default "";

    /**
     * What the column is for.
     *
     * @return a comment that the database keeps, where it keeps comments; or empty
     */
    String comment() default "";

    /**
     * The digits after the decimal point.
     *
     * @return the scale of a decimal number
     */
    int scale() default 2;
}
