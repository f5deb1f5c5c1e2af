package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that something in the database writes, a trigger for instance. It is in no INSERT or UPDATE, and read back after
 * them. A change of the field is refused by the next flush.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Generated {

    /**
     * Whether an UPDATE of the row may give it another value.
     *
     * @return false for a value that is made once, at the INSERT, so that updates need not read it back
     */
    boolean onUpdate() default true;
}
