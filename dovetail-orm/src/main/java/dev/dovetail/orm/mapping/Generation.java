package dev.dovetail.orm.mapping;

/** Who gives a primary key its value. */
public enum Generation {
    /**
     * The database, where the key is one integer column that is neither a foreign key nor has a default; the
     * application otherwise. A value that is set all the same is used.
     */
    AUTO,
    /** The database, when the object is inserted without one. */
    DATABASE,
    /** The application, before the object is inserted. */
    ASSIGNED,
    /** A sequence of the database, asked before the row is inserted; {@link Sequence} names it. */
    SEQUENCE,
    /** The flush, with a random UUID. */
    RANDOM_UUID,
    /** The flush, with a UUID of version 7, which begins with the time: later keys sort behind earlier ones. */
    TIME_UUID
}
