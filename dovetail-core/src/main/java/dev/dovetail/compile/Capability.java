package dev.dovetail.compile;

import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.Write;

/** What some databases can do and others cannot. The renderer refuses a construct whose capability is missing. */
public enum Capability {
    /** Locking the rows that a query gives. */
    FOR_UPDATE("SELECT … FOR UPDATE locks the rows of a query; a database that locks as a whole for writing has no such"
            + " clause"),
    /** Comparing with NULL as with any value. */
    DISTINCT_FROM(
            "IS DISTINCT FROM compares NULL like a value; some databases know only an operator of their own for it"),
    // Statements that give back what they wrote
    /** Rows back from INSERT. */
    INSERT_RETURNING("RETURNING, or FINAL TABLE, gives back the rows that an INSERT wrote; MySQL tells no more than the"
            + " generated key"),
    /** Rows back from UPDATE. */
    UPDATE_RETURNING(
            "RETURNING, or FINAL TABLE, gives back the rows that an UPDATE changed; MariaDB and MySQL have nothing"
                    + " like it"),
    /** Rows back from DELETE. */
    DELETE_RETURNING("RETURNING, or OLD TABLE, gives back the rows that a DELETE took away; MySQL has nothing like it"),
    // Statements that write
    /** The default of a column by a keyword. */
    DEFAULT_KEYWORD("DEFAULT stands for the default of a column in VALUES and SET; where it is missing, the text of the"
            + " default stands there"),
    /** UPDATE and DELETE of the first rows. */
    ORDERED_WRITES("UPDATE and DELETE … ORDER BY … LIMIT take the first rows, in order; elsewhere a limit finds them by"
            + " primary key, and the order in which rows are written cannot be told"),
    /** A condition on the row that is there already. */
    UPSERT_WHERE(
            "An upsert can leave the row that is there alone by a condition; ON DUPLICATE KEY UPDATE has none: write a"
                    + " CASE for each column"),
    /** Adding a constraint to a table that exists. */
    ALTER_ADD_CONSTRAINT(
            "ALTER TABLE … ADD CONSTRAINT adds a foreign key to a table that exists; where it is missing, tables that"
                    + " refer to each other are created with keys to tables that do not exist yet"),
    /** Foreign keys that are checked at the commit. */
    DEFERRABLE_FOREIGN_KEYS(
            "DEFERRABLE lets a transaction put off the check of a foreign key; some databases check at once only"),
    /** Creating and dropping only what is, or is not, there. */
    IF_EXISTS("IF [NOT] EXISTS makes CREATE and DROP do nothing where there is nothing to do");

    private final String sentence;

    Capability(String sentence) {
        this.sentence = sentence;
    }

    /**
     * What it takes to have rows back from a statement.
     *
     * @param write the statement
     * @return the capability
     */
    public static Capability returning(Write write) {
        if (write instanceof Insert || write instanceof Upsert) {
            return INSERT_RETURNING;
        }
        return write instanceof Update ? UPDATE_RETURNING : DELETE_RETURNING;
    }

    /**
     * What it is, and why some databases lack it.
     *
     * @return one sentence
     */
    public String sentence() {
        return sentence;
    }
}
