package dev.dovetail.orm.mapping;

import dev.dovetail.schema.Deferral;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A unique constraint over one column or several. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Uniques.class)
public @interface Unique {

    /**
     * The columns.
     *
     * @return names of columns or of their fields
     */
    String[] columns();

    /**
     * When the database checks it. Only PostgreSQL can put that off; it refuses foreign keys that refer to such columns.
     *
     * @return {@code INITIALLY_DEFERRED} for a check at the commit; {@code INITIALLY_IMMEDIATE} for one with each statement,
     *     which a flush puts off to its end when rows exchange their values
     */
    Deferral deferral() default Deferral.NOT_DEFERRABLE;

    /**
     * The constraint's name.
     *
     * @return the name, or empty for the one of the naming convention
     */
    String name() default "";
}
