package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how a {@code One} or a {@code Many} relates to the other class. After SQLAlchemy's {@code relationship()}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Relationship {

    /**
     * The holder on the other side. Both sides must name each other; they are then kept equal in memory.
     *
     * @return the name of the field, or empty for a relationship that only this side knows
     */
    String backPopulates() default "";

    /**
     * What travels along the relationship.
     *
     * @return the cascades
     */
    Cascade[] cascade() default {Cascade.SAVE_UPDATE, Cascade.MERGE};

    /**
     * What deleting the object on this side does to those that refer to it.
     *
     * @return the mode
     */
    PassiveDeletes passiveDeletes() default PassiveDeletes.BY_FOREIGN_KEY;

    /**
     * What changing the key of the object on this side does to those that refer to it.
     *
     * @return the mode
     */
    PassiveUpdates passiveUpdates() default PassiveUpdates.BY_FOREIGN_KEY;

    /**
     * Writes the foreign key by an UPDATE of its own: rows are inserted without it and get it afterwards, and it is set to
     * NULL before they are deleted. Rows that refer to each other in a circle need no such thing, a flush cuts circles by
     * itself; this states it for all rows. After SQLAlchemy's {@code post_update}.
     *
     * @return true for an UPDATE of its own
     */
    boolean postUpdate() default false;

    /**
     * The foreign key that the relationship follows, where there are several.
     *
     * @return the names of its columns or of their fields, of whichever side has them
     */
    String[] foreignKey() default {};

    /**
     * Says that an object is held by one parent only; needed for delete-orphan where there may be several. Putting it into a
     * second one is refused, as far as the first is known from what the application did: what was loaded from the database
     * does not count.
     *
     * @return true if there is never a second parent
     */
    boolean singleParent() default false;

    /**
     * Says that the relationship is loaded and never written: it has no cascades, no other side that is kept equal, and
     * refuses changes. For a second look at a foreign key that another relationship writes, in another order for instance.
     *
     * @return true if the holder cannot be changed
     */
    boolean viewOnly() default false;

    /**
     * The order in which a collection is loaded.
     *
     * @return names of columns or fields of the other class, each possibly followed by {@code DESC}; none for the
     *     primary key
     */
    String[] orderBy() default {};

    /**
     * When the objects on the other side are loaded, where a query does not say otherwise.
     *
     * @return the loading
     */
    Loading loading() default Loading.LAZY;
}
