package dev.dovetail.compile;

import dev.dovetail.sql.RawStatement;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which a database tells of its foreign keys, and switches them. Only for databases that say too
 * little when one is broken, or that can be told not to check.
 */
public interface ForeignKeyCatalogue {
    /**
     * Lists the tables.
     *
     * @return a statement with one column: the name
     */
    RawStatement tables();

    /**
     * Lists the columns of a table.
     *
     * @param table the name of the table
     * @return a statement with the columns: name, position in the primary key from 1 or 0 if it is not in it
     */
    RawStatement columns(String table);

    /**
     * Lists the foreign keys of a table, one row for each column.
     *
     * @param table the name of the table
     * @return a statement with the columns: number of the foreign key in the table, position of the column in it, table
     *     referred to, column, column referred to (NULL for the primary key), on update, on delete
     */
    RawStatement foreignKeys(String table);

    /**
     * Finds rows whose foreign key leads nowhere.
     *
     * @param table the referencing table, null for all
     * @return a statement with the columns: referencing table, identity of the row (NULL if it has none), table
     *     referred to, number of the foreign key as in {@link #foreignKeys}
     */
    RawStatement violations(@Nullable String table);

    /**
     * Lists the columns of the unique indexes that hold every row of a table.
     *
     * @param table the name of the table
     * @return a statement with the columns: name of the index, name of the column (NULL for an expression); or null if
     *     the database has no other unique indexes than these
     */
    default @Nullable RawStatement uniqueIndexes(String table) {
        return null;
    }

    /**
     * Lists the definitions of tables and triggers.
     *
     * @return a statement with the columns: {@code table} or {@code trigger}, name of the table, the text that made it;
     *     or null if the database names the table of every constraint that is broken
     */
    default @Nullable RawStatement definitions() {
        return null;
    }

    /**
     * The switch for the checks.
     *
     * @return the switch
     */
    ForeignKeySwitch checks();

    /**
     * The switch that puts the checks off to the commit, within a transaction.
     *
     * @return the switch
     */
    ForeignKeySwitch deferral();
}
