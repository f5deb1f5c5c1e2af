package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an entity that others extend: makes them one hierarchy, whose rows have one primary key and a discriminator that says
 * of which class each is. On a subclass it changes the strategy from there down.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Inheritance {

    /**
     * Where the columns of subclasses are. A subclass of a joined hierarchy that says {@code SINGLE_TABLE} has no table of
     * its own.
     *
     * @return the strategy
     */
    InheritanceStrategy strategy() default InheritanceStrategy.SINGLE_TABLE;

    /**
     * The column that says of which class a row is; only on the first class of the hierarchy. It is a column or field of
     * that class with text, an enum or a whole number, or, where there is none of that name, a column of text without a
     * field.
     *
     * @return the column or field
     */
    String discriminator() default "type";
}
