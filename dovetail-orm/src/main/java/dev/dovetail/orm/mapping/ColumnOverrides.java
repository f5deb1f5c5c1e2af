package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link ColumnOverride} annotations; written by the compiler. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface ColumnOverrides {

    /**
     * The annotations.
     *
     * @return the annotations in the order in which they stand
     */
    ColumnOverride[] value();
}
