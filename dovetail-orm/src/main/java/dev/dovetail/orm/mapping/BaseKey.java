package dev.dovetail.orm.mapping;

import dev.dovetail.schema.ReferentialAction;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The primary key of a joined subclass's table, which is a foreign key to the table of its base. Without it the columns
 * have the names that they have there, and the key has no rules. The session writes and deletes the rows of all tables
 * itself, whatever the rules.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface BaseKey {

    /**
     * The names of the key's columns, as many as the base's primary key has.
     *
     * @return the names, none for those of the base
     */
    String[] columns() default {};

    /**
     * What the database does when the base's row is deleted.
     *
     * @return the rule
     */
    ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

    /**
     * What the database does when the base's primary key changes.
     *
     * @return the rule
     */
    ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;
}
