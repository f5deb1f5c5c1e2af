package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index of the table. On a field it has that field's columns; on the class it names them. */
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Indexes.class)
public @interface Index {

    /**
     * What the index is sorted by, when the annotation stands on the class.
     *
     * @return names of columns or of their fields, each possibly followed by {@code DESC}
     */
    String[] columns() default {};

    /**
     * The index's name.
     *
     * @return the name, or empty for the one of the naming convention
     */
    String name() default "";

    /**
     * Whether no two rows may have the same values. Unlike {@link Unique}, no foreign key can refer to it.
     *
     * @return true for a unique index
     */
    boolean unique() default false;

    /**
     * The rows that the index has.
     *
     * @return an SQL condition over the table's columns, or empty for all rows
     */
    String where() default "";
}
