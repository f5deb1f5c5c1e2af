package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an entity or a mapped superclass: deleting an object is more than deleting its row. A listener has to hear of it, which
 * removes a file, writes a record, or only marks the row. Holds for subclasses as well.
 *
 * <p>The compiler warns where rows would go without a listener being told (FK05, FK13), and a session refuses to delete such
 * an object while nobody listens to deletes of its class. Bulk deletes and the database's own rules tell no listener.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface HearsDeletes {

    /**
     * Whether rows are only marked as deleted: a listener before the delete marks the object and takes the deletion back
     * with {@code session.add}. A flush that would delete a row of the class is then refused.
     *
     * @return true if no session deletes such a row
     */
    boolean soft() default false;
}
