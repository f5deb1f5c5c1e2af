package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link ForeignKey} annotations; written by the compiler. */
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface ForeignKeys {

    /**
     * The keys.
     *
     * @return the keys in the order in which they stand
     */
    ForeignKey[] value();
}
