package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class to a table. The class needs a constructor without arguments, of any visibility; its fields that are
 * neither static, transient nor {@link Transient} are columns or relationships.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Entity {

    /**
     * The table's name.
     *
     * @return the name, or empty for the class's name in snake_case
     */
    String table() default "";

    /**
     * The database schema that holds the table.
     *
     * @return the schema, or empty for the connection's default
     */
    String schema() default "";
}
