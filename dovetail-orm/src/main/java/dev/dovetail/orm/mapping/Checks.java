package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link Check} annotations; written by the compiler. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Checks {

    /**
     * The constraints.
     *
     * @return the constraints in the order in which they stand
     */
    Check[] value();
}
