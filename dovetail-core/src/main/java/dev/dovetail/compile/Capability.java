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
    // Locks
    /** Locking rows against writing only. */
    FOR_SHARE("FOR SHARE locks the rows of a query against writing, and lets others do the same; where it is missing,"
            + " FOR UPDATE is the lock"),
    /** Locks that know of keys. */
    KEY_LOCKS(
            "FOR NO KEY UPDATE and FOR KEY SHARE let others refer to a locked row; only PostgreSQL has them, elsewhere"
                    + " FOR UPDATE and FOR SHARE come next"),
    /** Locking some tables of a query. */
    LOCK_OF_TABLES("FOR UPDATE OF locks the rows of some tables only; where it is missing, all tables of the query are"
            + " locked, or the others have to be read apart"),
    /** Failing where a row is locked. */
    LOCK_NOWAIT("NOWAIT makes a statement fail at once where a row is locked"),
    /** Leaving out locked rows. */
    LOCK_SKIP_LOCKED("SKIP LOCKED leaves out the rows that others have locked"),
    /** Locking what an outer join may miss. */
    LOCK_OF_OUTER_JOINS(
            "a lock reaches the rows of an outer join, too; where it is missing, lock(forUpdate().of(…)) names"
                    + " the tables whose rows are always there"),
    /** Locking what rows are made of. */
    LOCK_OF_MERGED_ROWS("a lock on a query with DISTINCT or GROUP BY, or in a set operation, has no rows of a table to"
            + " lock; select the keys first, and lock the rows of those"),
    // Sources
    /** Rows without a partner on both sides. */
    FULL_JOIN(
            "FULL JOIN keeps the rows of both sides that have no partner; where it is missing, it is the UNION ALL of a"
                    + " LEFT JOIN and of the rows of the right side for which none EXISTS on the left"),
    /** Subqueries for each row. */
    LATERAL(
            "LATERAL lets a subquery in FROM speak of the sources before it; where it is missing, a scalar subquery in the"
                    + " SELECT list or a window function does it for most"),
    /** Naming the columns of a source. */
    DERIVED_COLUMN_NAMES(
            "AS name (columns) names the columns of a source; for subqueries and VALUES it is emulated, and"
                    + " columns of a function keep there the names that it gives them"),
    /** Functions as sources. */
    TABLE_FUNCTIONS("a function can stand in FROM with its arguments; MySQL and MariaDB have only JSON_TABLE, with a"
            + " syntax of its own, for raw SQL"),
    // Set operations and subqueries
    /** Brackets around queries. */
    SET_OPERATION_BRACKETS("a query in a set operation can stand in brackets; where it cannot, it is made a subquery"),
    /** Counting equal rows. */
    INTERSECT_AND_EXCEPT_ALL(
            "INTERSECT ALL and EXCEPT ALL count equal rows; where they are missing, number equal rows by"
                    + " row_number() in both queries first, and use INTERSECT and EXCEPT"),
    /** LIMIT in IN. */
    LIMIT_IN_SUBQUERY(
            "a subquery of IN, ANY or ALL can have LIMIT; where it cannot, it is wrapped in another subquery"),
    /** ANY and ALL. */
    QUANTIFIED_COMPARISON(
            "a comparison with ANY or ALL values of a query; where it is missing, = ANY is IN, and the others"
                    + " compare with min or max in a scalar subquery, or use EXISTS"),
    /** Lists of rows of values. */
    ROW_IN_LIST("a row of values can be looked for in a list of rows; where it cannot, the list stands as VALUES"),
    // Common table expressions
    /** Recursion that takes equal rows once. */
    RECURSIVE_DISTINCT(
            "a recursive common table expression can take equal rows once, by UNION, and so end where rows lead"
                    + " in a circle; H2 does not, and would run until its memory is used up: count the steps in a column, and end"
                    + " by a condition"),
    /** Hints whether rows are kept. */
    MATERIALIZED_CTE("[NOT] MATERIALIZED says whether the rows of a common table expression are computed once; it is a"
            + " hint, and is left out where it is missing"),
    /** WITH before INSERT. */
    WITH_BEFORE_INSERT("WITH can stand before INSERT; where it cannot, it stands in the query of an INSERT … SELECT"),
    /** WITH before UPDATE and DELETE. */
    WITH_BEFORE_UPDATE("WITH can stand before UPDATE and DELETE; where it cannot, it stands in a subquery of theirs"),
    /** Statements that write in WITH. */
    WRITING_CTE("INSERT, UPDATE and DELETE with RETURNING can be common table expressions; only PostgreSQL has that,"
            + " elsewhere they are statements of their own"),
    // Windows and aggregates
    /** GROUPS frames. */
    FRAME_GROUPS(
            "GROUPS counts a frame in groups of equal rows; where it is missing, dense_rank() in a subquery numbers"
                    + " the groups, and RANGE counts them"),
    /** EXCLUDE. */
    FRAME_EXCLUSION("EXCLUDE leaves rows near the current one out of a frame; for sums, subtract them"),
    /** DISTINCT and ORDER BY over windows. */
    WINDOW_DISTINCT("DISTINCT and ORDER BY within an aggregate over a window; where they are missing, a scalar subquery"
            + " computes it for each row"),
    /** Texts as one over windows. */
    WINDOW_STRING_AGG("joining texts over a window; where it is missing, a scalar subquery does it for each row"),
    /** The third argument of lag and lead. */
    LAG_DEFAULT(
            "lag and lead take a value for where there is no row; where they do not, a CASE on row_number() gives it"),
    /** FILTER. */
    AGGREGATE_FILTER(
            "FILTER lets an aggregate take some of the rows; where it is missing, a CASE makes the values of the"
                    + " others NULL"),
    /** ORDER BY in aggregates. */
    AGGREGATE_ORDER(
            "ORDER BY within an aggregate gives it the rows in an order; where it is missing, only joining texts"
                    + " can be ordered"),
    /** WITHIN GROUP. */
    WITHIN_GROUP(
            "WITHIN GROUP is for aggregates about an order, such as percentile_cont; where it is missing, number the"
                    + " rows by a window function and pick from them"),
    /** GROUPING SETS, CUBE, ROLLUP. */
    GROUPING_SETS(
            "GROUPING SETS, CUBE and ROLLUP group the same rows in several ways; where they are missing, each way is"
                    + " a query of its own in a UNION ALL"),
    /** ROLLUP. */
    ROLLUP("GROUP BY … WITH ROLLUP adds totals; where it is missing, each total is a query of its own in a UNION ALL"),
    /** ROLLUP in an order. */
    ORDERED_ROLLUP("rows with totals can be ordered; where they cannot, make the query a subquery and order that"),
    /** GROUPING(). */
    GROUPING_FUNCTION(
            "grouping(…) tells a total from a group of NULL; where it is missing, group by coalesce(…) so that"
                    + " NULL is a total only"),
    // Order and limit
    /** NULLS FIRST and LAST. */
    NULLS_ORDER(
            "NULLS FIRST and NULLS LAST say where NULL stands; where they are missing, IS NULL is ordered by first"),
    /** DISTINCT ON. */
    DISTINCT_ON("DISTINCT ON gives the first row of each group; where it is missing, row_number() over a window in a"
            + " subquery tells which it is"),
    /** WITH TIES. */
    FETCH_WITH_TIES(
            "FETCH FIRST … WITH TIES gives the rows equal to the last one too; where it is missing, rank() over a"
                    + " window in a subquery tells which they are"),
    /** PERCENT. */
    FETCH_PERCENT(
            "FETCH FIRST … PERCENT gives a part of the rows; where it is missing, percent_rank() over a window in a"
                    + " subquery tells which they are"),
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
    /** Reading the table that a statement changes for what its columns are set to. */
    SUBQUERY_OF_TARGET_IN_SET(
            "A subquery in SET can read the table that its UPDATE changes; MySQL refuses that, and in SQLite"
                    + " it would see the rows that have been changed so far: join a subquery in, by from(…)"),
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
    /** Rows that refer to themselves, and go. */
    DELETE_OF_SELF_REFERENCE("a row that refers to itself can be deleted; InnoDB refuses that as it would another row's"
            + " reference: set the key to NULL first"),
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
    /** Several statements in one text. */
    SEVERAL_STATEMENTS(
            "hand-written SQL can hold several statements; SQLite's driver would run the first and leave out the"
                    + " others without a word, MySQL and MariaDB refuse them: send each by itself"),
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
