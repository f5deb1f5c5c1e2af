package dev.dovetail.compile;

import dev.dovetail.sql.RawStatement;
import org.jspecify.annotations.Nullable;

/**
 * The queries by which a database tells of its tables and foreign keys, as far as errors and the verification of foreign
 * keys need them: few for all tables. A schema is NULL where it is the connection's own.
 */
public interface SchemaCatalogue {
    /**
     * Lists the columns of all tables.
     *
     * @return a query with the columns: schema, table, column, position in the primary key from 1 or 0 if it is not in
     *     it; the rows of a table together, its columns in their order
     */
    RawStatement columns();

    /**
     * Lists the foreign keys of all tables, one row for each column.
     *
     * @return a query with the columns: schema, table, name or number of the foreign key in the table, whether that is a
     *     name, column, schema of the table referred to, table referred to, column referred to (NULL for the primary
     *     key), on update, on delete and, only where there
     *     is such a thing, whether a key that is partly NULL is refused (MATCH FULL); the rows of a foreign key together, its columns in their order
     */
    RawStatement foreignKeys();

    /**
     * Finds rows whose foreign key leads nowhere. Only for databases that take foreign keys to what is not there.
     *
     * @param table the referencing table
     * @return a query with the columns: identity of the row (NULL if it has none), table referred to; null if no foreign
     *     key can lead to what is not there
     */
    default @Nullable RawStatement violations(String table) {
        return null;
    }

    /**
     * Lists the columns of the unique indexes that hold every row of a table.
     *
     * @param table the name of the table
     * @return a query with the columns: name of the index, name of the column (NULL for an expression); or null if the
     *     database has no other unique indexes than these
     */
    default @Nullable RawStatement uniqueIndexes(String table) {
        return null;
    }

    /**
     * Finds a CHECK by its name. Only for databases whose errors name it and not its table.
     *
     * @param name the name
     * @return a query with the columns: table, condition; null if errors name the table, or if the name does not
     *     tell it
     */
    default @Nullable RawStatement check(String name) {
        return null;
    }

    /**
     * Lists the definitions of tables and triggers. Only for databases whose errors may give the condition of a CHECK and
     * nothing else.
     *
     * @return a query with the columns: {@code table} or {@code trigger}, name of the table, the text that made it; or
     *     null if it is not needed
     */
    default @Nullable RawStatement definitions() {
        return null;
    }

    /**
     * Finds out what a column makes of a text. Only for databases that may store another value than they were given.
     *
     * @param table the name of the table
     * @param column the name of the column
     * @param text what was given
     * @return a query with one column: the value, NULL if the text stays what it is; or null if texts are not changed
     */
    default @Nullable RawStatement converted(String table, String column, String text) {
        return null;
    }

    /**
     * The program's name for one in the catalogue.
     *
     * @param stored the name as the database has it
     * @return by default the same
     */
    default String named(String stored) {
        return stored;
    }
}
