package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A CHECK constraint of the table. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Checks.class)
public @interface Check {

    /**
     * What must hold.
     *
     * @return an SQL condition over the table's columns
     */
    String sql();

    /**
     * The constraint's name; errors speak of it.
     *
     * @return the name
     */
    String name();
}
