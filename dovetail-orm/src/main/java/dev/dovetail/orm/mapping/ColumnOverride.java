package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a column of an embedded record anew, for this use of the record. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
@Repeatable(ColumnOverrides.class)
public @interface ColumnOverride {

    /**
     * The component whose column it is.
     *
     * @return the component's name; a path with dots for a record within the record
     */
    String component();

    /**
     * What is said instead of the component's own {@link Column}.
     *
     * @return the description; a name given here is the whole name, without a prefix
     */
    Column column();
}
