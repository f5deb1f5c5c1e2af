package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the discriminator has in the rows of a class. Every class of a hierarchy that is not abstract has one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DiscriminatorValue {

    /**
     * The value; as text for a discriminator that is a number or an enum, too.
     *
     * @return the value
     */
    String value();
}
