package dev.dovetail.orm.mapping;

/** What changing the key of an object does to the objects whose foreign key refers to it. */
public enum PassiveUpdates {
    /**
     * The foreign key's own ON UPDATE decides: one UPDATE is sent, and what the database did to the children is repeated
     * in memory without SQL. Where the key has no rule, the database refuses as long as there are children. Dovetail's
     * default, and SQLAlchemy's ({@code passive_updates=True}).
     */
    BY_FOREIGN_KEY,
    /**
     * The session updates the children itself, after the parent ({@code passive_updates=False}): those that are not in
     * memory are found first. The foreign key has to be deferred.
     */
    NEVER
}
