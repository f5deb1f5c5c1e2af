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
    // Expressions
    /** LIKE that does not tell upper from lower case. */
    ILIKE("ILIKE does not tell upper from lower case; where it is missing, both sides are put into lower case"),
    /** What a division of decimals leaves over. */
    DECIMAL_MODULO("The operator % gives what a division leaves over; some databases make integers of decimals before"),
    /** Texts filled up to a length. */
    PADDING("lpad and rpad fill a text up to a length; SQLite has neither: concatenate, or fill it up in the program"),
    /** Regular expressions. */
    REGULAR_EXPRESSIONS(
            "Texts can be searched by regular expressions; SQLite has no engine for them: use LIKE, or search"
                    + " in the program"),
    /** A collation for one expression. */
    COLLATE("COLLATE compares and orders a text by a named collation; H2 has collations for a whole database only"),
    /** Paths into JSON. */
    JSON_PATHS(
            "A value is taken out of JSON by a path; H2 has no function that takes one: read the JSON and look in the"
                    + " program"),
    /** Whether a JSON value contains another. */
    JSON_CONTAINMENT(
            "Asks whether a JSON value contains another; SQLite and H2 have no such function: compare the values at"
                    + " single paths"),
    /** Arrays. */
    ARRAYS("A column can hold an array; only PostgreSQL has arrays with operators of their own: use a table"),
    /** Times moved by a duration. */
    TIMESTAMP_ARITHMETIC("A time can be moved by a duration; SQLite computes with milliseconds and would cut the rest"),
    // Statements that write
    /** The default of a column by a keyword. */
    DEFAULT_KEYWORD("DEFAULT stands for the default of a column in VALUES and SET; where it is missing, the text of the"
            + " default stands there"),
    /** UPDATE and DELETE of the first rows. */
    ORDERED_WRITES("UPDATE and DELETE … ORDER BY … LIMIT take the first rows, in order; elsewhere a limit finds them by"
            + " primary key, and the order in which rows are written cannot be told"),
    /** Reading the table that a statement changes. */
    SUBQUERY_OF_TARGET("A subquery can read the table that its UPDATE or DELETE changes; MySQL refuses that: join a"
            + " subquery in, by from(…) or using(…), or ask for the keys first"),
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
    // Transactions
    /** Going on after an error. */
    GOES_ON_AFTER_ERROR("A statement that is refused undoes only itself, and the transaction goes on; PostgreSQL lets"
            + " nothing through but a rollback, to a savepoint at best"),
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
