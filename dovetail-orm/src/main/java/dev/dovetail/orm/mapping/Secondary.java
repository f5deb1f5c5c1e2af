package dev.dovetail.orm.mapping;

import dev.dovetail.schema.ReferentialAction;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@code Many} one side of a many-to-many relationship, whose pairs are the rows of a table of their own: the
 * secondary table. It has a foreign key to each side, and both together are its primary key. The session writes its rows;
 * a table that has more columns than these is mapped as an entity with a {@code One} to each side. After SQLAlchemy's
 * {@code secondary}.
 *
 * <p>It stands on one side. The other side, if it knows the relationship, is a {@code Many} that names this one with
 * {@code backPopulates}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Secondary {

    /**
     * The secondary table. If no entity maps a table of this name, it is part of {@code SessionFactory.metadata()}.
     *
     * @return the table's name, or empty for {@code <this side's table>_<the other side's table>}
     */
    String table() default "";

    /**
     * The columns that refer to this side.
     *
     * @return one name for each column of this side's primary key, in its order; none for {@code <table>_<key column>}
     */
    String[] columns() default {};

    /**
     * The columns that refer to the other side.
     *
     * @return one name for each column of the other side's primary key, in its order; none for {@code <table>_<key
     *     column>}
     */
    String[] targetColumns() default {};

    /**
     * What happens to the rows of the secondary table when a row of either side is deleted. With NO ACTION the session
     * deletes them, if the side that is deleted has the relationship; with CASCADE the database does.
     *
     * @return NO_ACTION, RESTRICT or CASCADE
     */
    ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

    /**
     * What happens to the rows of the secondary table when the key of either side changes.
     *
     * @return NO_ACTION, RESTRICT or CASCADE
     */
    ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;
}
