package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stores a field through a converter. Its column has the type of what is stored, which {@link Column} may describe. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Convert {

    /**
     * The converter.
     *
     * @return the class
     */
    Class<? extends Converter<?, ?>> with();
}
