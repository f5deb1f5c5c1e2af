package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a column a value when an object is inserted with null there. Exactly one of the two is given. After the flush
 * the field has the value.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Default {

    /**
     * A default of the database, an SQL expression.
     *
     * @return the expression for the DDL, or empty
     */
    String sql() default "";

    /**
     * A default of the application.
     *
     * @return the name of a static method of the entity class, without parameters and not private, whose result fits
     *     the field; or empty
     */
    String client() default "";
}
