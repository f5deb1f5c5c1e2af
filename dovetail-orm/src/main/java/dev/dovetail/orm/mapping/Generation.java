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
    ASSIGNED
}
