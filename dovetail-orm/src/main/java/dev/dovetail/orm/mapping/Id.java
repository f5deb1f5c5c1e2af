package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a field part of the primary key. Several fields make a composite key, in the order of their declaration. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Id {

    /**
     * Who gives the value.
     *
     * @return the source of the key
     */
    Generation generation() default Generation.AUTO;
}
