package dev.dovetail.schema;

/** When a constraint is checked. */
public enum Deferral {
    /** With each statement, always. */
    NOT_DEFERRABLE(""),
    /** With each statement, unless the transaction puts it off. */
    INITIALLY_IMMEDIATE("DEFERRABLE"),
    /** At the commit, unless the transaction asks for it earlier. */
    INITIALLY_DEFERRED("DEFERRABLE INITIALLY DEFERRED");

    private final String sql;

    Deferral(String sql) {
        this.sql = sql;
    }

    /**
     * The clause as SQL writes it.
     *
     * @return the words; empty where none are needed
     */
    public String sql() {
        return sql;
    }

    static Deferral deferrable(boolean deferred) {
        return deferred ? INITIALLY_DEFERRED : INITIALLY_IMMEDIATE;
    }
}
