package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sequence that gives a key with {@link Generation#SEQUENCE} its values. A flush fetches as many keys as its rows need
 * ahead of their INSERTs; keys that are left of a block are given out by the session factory later.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Sequence {

    /**
     * The sequence's name. Entities may share one; they then name the same block.
     *
     * @return the name, or empty for the table's name with {@code _seq} behind it
     */
    String name() default "";

    /**
     * How many keys one value of the sequence stands for: it counts in such steps, and {@code createAll} makes it so. Keys that
     * are not used before the program ends are lost.
     *
     * @return the number of keys, at least 1
     */
    int block() default 50;
}
