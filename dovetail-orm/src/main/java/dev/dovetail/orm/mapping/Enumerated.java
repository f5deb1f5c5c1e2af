package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how an enum is stored. Without it, by name. A stored value that stands for no constant is an error when it is read. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Enumerated {

    /**
     * What the column holds.
     *
     * @return the storage
     */
    EnumStorage value() default EnumStorage.NAME;

    /**
     * The method that gives a constant's code, for {@link EnumStorage#CODE}. Its type decides on the column's, as a field's
     * would, together with {@link Column}.
     *
     * @return the name of a method of the enum without parameters, not private
     */
    String code() default "";

    /**
     * The database's type, for {@link EnumStorage#NATIVE}. {@code createAll} creates it before the table.
     *
     * @return the type's name, or empty for the enum's name in snake_case
     */
    String type() default "";

    /**
     * Whether the table refuses values that stand for no constant.
     *
     * @return true for a CHECK constraint that lists them
     */
    boolean check() default false;
}
