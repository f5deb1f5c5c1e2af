package dev.dovetail.orm.query;

/** How the objects of a session learn what an UPDATE or DELETE by criteria did. After SQLAlchemy's synchronize_session. */
public enum Synchronization {
    /** {@link #EVALUATE} where that can be, else {@link #FETCH}. */
    AUTO,
    /** The criteria are evaluated over the objects in memory; refused where they need the database. */
    EVALUATE,
    /** The keys of the rows are read first, with one more statement. */
    FETCH,
    /** Not at all: objects keep what they have until they are refreshed. */
    NONE
}
