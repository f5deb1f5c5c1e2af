package dev.dovetail.engine;

/** A point in a transaction to which it can be taken back; {@link Connection#savepoint()} sets one. */
public final class Savepoint {

    private final String name;
    private final java.sql.Savepoint point;

    Savepoint(String name, java.sql.Savepoint point) {
        this.name = name;
        this.point = point;
    }

    /**
     * Its name within the transaction.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    java.sql.Savepoint point() {
        return point;
    }
}
