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
    // Schemas and what is in them
    /** Schemas that a statement creates. */
    SCHEMAS("CREATE SCHEMA makes a name space for tables; in SQLite a schema is a file that a connection attaches"),
    /** Counters of their own. */
    SEQUENCES("CREATE SEQUENCE makes a counter that belongs to no table; SQLite and MySQL count only in columns"),
    /** Types that are made of words. */
    ENUM_TYPES("CREATE TYPE … AS ENUM makes a type of some words; elsewhere a CHECK does it, or MySQL's ENUM within the"
            + " column"),
    /** Identity columns that take no value. */
    IDENTITY_ALWAYS(
            "GENERATED ALWAYS AS IDENTITY refuses a value that is given; the counters of other databases give way"),
    /** Identity columns beside the primary key. */
    IDENTITY_BESIDE_KEY(
            "a column that the database counts need not be the whole primary key; SQLite counts its row numbers"
                    + " only"),
    /** Identity columns that start elsewhere. */
    IDENTITY_START("the first value of an identity column; SQLite starts behind the greatest value that is there"),
    /** Identity columns that count otherwise than from 1 by 1. */
    IDENTITY_OPTIONS("an identity column has the options of a sequence; the counters of other databases have at most a"
            + " first value"),
    /** Computed columns that are stored. */
    STORED_COLUMNS("GENERATED ALWAYS AS … STORED computes a column when its row is written"),
    /** Computed columns that are not stored. */
    VIRTUAL_COLUMNS("GENERATED ALWAYS AS … VIRTUAL computes a column when it is read; H2 has stored ones only"),
    /** Computed columns that cannot be NULL. */
    COMPUTED_NOT_NULL("NOT NULL of a computed column; MariaDB takes only a CHECK for it"),
    /** Comments in the database. */
    COMMENTS("comments on tables and columns are kept by the database; where they are not, they stay in the model"),
    /** Collations of columns. */
    COLUMN_COLLATION("COLLATE of a column; H2 has one collation for the whole database"),
    /** Foreign keys that are checked at the commit. */
    DEFERRABLE_FOREIGN_KEYS(
            "DEFERRABLE lets a transaction put off the check of a foreign key; some databases check at once only"),
    /** Keys that are checked at the commit. */
    DEFERRABLE_KEYS("DEFERRABLE of a primary key or unique constraint; most databases check uniqueness with each row or"
            + " statement"),
    /** Unique keys for which NULL is a value. */
    NULLS_NOT_DISTINCT("NULLS NOT DISTINCT lets a unique key have NULL only once; elsewhere rows with a NULL are never"
            + " the same"),
    /** Foreign keys that are NULL as a whole or not at all. */
    MATCH_FULL("MATCH FULL refuses a foreign key that is partly NULL; some databases read the words and forget them"),
    /** Foreign keys that fall back to a default. */
    SET_DEFAULT_ACTION("ON DELETE or ON UPDATE SET DEFAULT gives the referencing columns their default; InnoDB does not"
            + " know it: take SET NULL, or a trigger"),
    /** Constraints that compare rows by any operator. */
    EXCLUSION_CONSTRAINTS(
            "EXCLUDE refuses two rows for which some operators are true; only PostgreSQL has indexes for" + " it"),
    /** Indexes of some rows. */
    PARTIAL_INDEXES(
            "CREATE INDEX … WHERE makes an index of some rows only; elsewhere, an index of a computed column that"
                    + " is NULL for the others comes near it"),
    /** Indexes of expressions. */
    EXPRESSION_INDEXES("CREATE INDEX … ((expression)); elsewhere, an index of a computed column comes to the same"),
    /** Indexes that say where NULL stands. */
    INDEX_NULLS_ORDER("NULLS FIRST and NULLS LAST in an index; elsewhere NULL is the least value"),
    /** Indexes that carry more columns than they are sorted by. */
    COVERING_INDEXES("INCLUDE carries further columns in an index; elsewhere they are put at its end"),
    /** Indexes of the beginning of a text. */
    INDEX_PREFIXES(
            "an index of the first characters of a column, which MySQL and MariaDB need for long texts; elsewhere"
                    + " the whole column is indexed, and a unique prefix is refused"),
    /** Indexes of a chosen kind. */
    INDEX_METHODS("USING chooses the kind of an index; SQLite and H2 choose by themselves"),
    /** Indexes made while others write. */
    CONCURRENT_INDEXES(
            "CREATE INDEX CONCURRENTLY makes an index without locking the table against writes, and outside of"
                    + " a transaction"),
    /** Indexes by the name of their collation. */
    INDEX_COLLATION("COLLATE of a part of an index; elsewhere the column's own collation counts"),
    /** Indexes that compare in another way than the type does. */
    OPERATOR_CLASSES(
            "an operator class says how an index compares, such as text_pattern_ops for LIKE; only PostgreSQL has"
                    + " them"),
    /** DDL that can be rolled back. */
    TRANSACTIONAL_DDL(
            "CREATE, ALTER and DROP are part of the transaction; elsewhere each commits what was done before, and"
                    + " stays when a later one fails"),
    /** Adding a constraint to a table that exists. */
    ALTER_ADD_CONSTRAINT(
            "ALTER TABLE … ADD CONSTRAINT adds a foreign key to a table that exists; where it is missing, tables that"
                    + " refer to each other are created with keys to tables that do not exist yet"),
    /** Changing a column that exists. */
    ALTER_COLUMN(
            "ALTER TABLE … ALTER COLUMN changes nullability and default of a column; SQLite needs a new table for it"),
    // Transactions
    /** Going on after an error. */
    GOES_ON_AFTER_ERROR("A statement that is refused undoes only itself, and the transaction goes on; PostgreSQL lets"
            + " nothing through but a rollback, to a savepoint at best"),
    /** Creating and dropping only what is, or is not, there. */
    IF_EXISTS("IF [NOT] EXISTS makes CREATE and DROP do nothing where there is nothing to do"),
    /** Creating and dropping only indexes that are, or are not, there. */
    INDEX_IF_EXISTS("CREATE INDEX IF NOT EXISTS; MySQL does not have it, so what is there is looked up");

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
