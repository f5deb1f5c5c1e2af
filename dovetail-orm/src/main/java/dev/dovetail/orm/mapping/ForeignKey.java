package dev.dovetail.orm.mapping;

import dev.dovetail.schema.ReferentialAction;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a foreign key. On a column's field it is that column; on a {@code One} the column needs no field and is named
 * after the holder and the key it refers to; on the class it names its columns, one or several.
 *
 * <p>Its {@link #onDelete} is the one rule for the key: it writes the DDL and decides what deleting the referenced
 * object does, unless the relationship says otherwise.
 */
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(ForeignKeys.class)
public @interface ForeignKey {

    /**
     * The entity that is referred to.
     *
     * @return the class, or {@code void} where {@link #table} names the target, or where a holder's type does
     */
    Class<?> references() default void.class;

    /**
     * The table that is referred to, if it has no class.
     *
     * @return the table's name, or empty
     */
    String table() default "";

    /**
     * The columns of the key, when the annotation stands on the class or on a holder: names of columns or of their
     * fields.
     *
     * @return the names
     */
    String[] columns() default {};

    /**
     * The columns that are referred to, in the order of {@link #columns}.
     *
     * @return the names, or none for the target's primary key
     */
    String[] referencedColumns() default {};

    /**
     * What happens to the referring rows when the referenced row is deleted.
     *
     * @return the action
     */
    ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

    /**
     * What happens to the referring rows when the referenced key changes.
     *
     * @return the action
     */
    ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;

    /**
     * Whether the check may wait for the commit.
     *
     * @return true for DEFERRABLE INITIALLY DEFERRED
     */
    boolean deferred() default false;

    /**
     * The constraint's name.
     *
     * @return the name, or empty for the one of the naming convention
     */
    String name() default "";
}
