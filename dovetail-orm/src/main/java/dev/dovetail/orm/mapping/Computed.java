package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column whose value the database computes from others of the row. It is in no INSERT or UPDATE; a flush that writes the row
 * reads it back. A change of the field is refused by the next flush.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Computed {

    /**
     * The expression, for the DDL.
     *
     * @return an SQL expression over columns of the table
     */
    String value();

    /**
     * Whether the value is kept with the row.
     *
     * @return false for a value that is computed whenever it is read, which not all databases do
     */
    boolean stored() default true;
}
