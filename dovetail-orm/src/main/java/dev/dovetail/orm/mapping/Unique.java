package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A unique constraint over several columns. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Uniques.class)
public @interface Unique {

    /**
     * The columns.
     *
     * @return names of columns or of their fields
     */
    String[] columns();

    /**
     * The constraint's name.
     *
     * @return the name, or empty for the one of the naming convention
     */
    String name() default "";
}
