package dev.dovetail.integrity;

import dev.dovetail.schema.MetaData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a statement runs. Asked only when something is to be told: a statement that succeeds and that nobody
 * listens to costs nothing here. Rows are counted from 0, in the order in which they were given to the connection. What is not
 * overridden is not known.
 */
public interface StatementOrigin {

    /**
     * The origin of a statement that nobody says more about.
     *
     * @return the origin that knows nothing
     */
    static StatementOrigin none() {
        return NoOrigin.INSTANCE;
    }

    /**
     * What is being done for a row.
     *
     * @param row the row
     * @return such as {@code inserting Page{id=null, title='test'}}, or null
     */
    default @Nullable String describe(int row) {
        return null;
    }

    /**
     * The object that a row is written for.
     *
     * @param row the row
     * @return the object, or null
     */
    default @Nullable Object entity(int row) {
        return null;
    }

    /**
     * The name of the class that the statement writes, as the mapping has it.
     *
     * @return the name, or null
     */
    default @Nullable String entityName() {
        return null;
    }

    /**
     * The name of the class that is mapped to some table.
     *
     * @param table the name of the table
     * @return the name, or null if no class is
     */
    default @Nullable String entityName(String table) {
        return null;
    }

    /**
     * The attribute that a column of the statement's table is mapped to.
     *
     * @param column the name of the column
     * @return the attribute's name, or null if the column has none
     */
    default @Nullable String attribute(String column) {
        return null;
    }

    /**
     * Why a row is written, nearest cause first.
     *
     * @param row the row
     * @return such as {@code cascade DELETE of Parent.children, from Parent 1}
     */
    default List<String> causes(int row) {
        return List.of();
    }

    /**
     * The rows that the program has in memory, and that have some values as far as it knows.
     *
     * @param table the name of a table
     * @param values the values, by column
     * @return the primary key of each, by column
     */
    default List<Map<String, @Nullable Object>> rowsInMemory(String table, Map<String, @Nullable Object> values) {
        return List.of();
    }

    /**
     * Who wrote a row that a commit refuses.
     *
     * @param table the name of its table
     * @param values what it has, by column
     * @return the origin of the row, its number being 0; null if it is not known, or if there are several such rows
     */
    default @Nullable StatementOrigin ofRow(String table, Map<String, @Nullable Object> values) {
        return null;
    }

    /**
     * The tables that the program declares.
     *
     * @return the tables, or null if they are not known
     */
    default @Nullable MetaData metadata() {
        return null;
    }

    /**
     * Whether the values of a column of the statement's table may not be shown.
     *
     * @param column the name of the column
     * @return true if they are to be left out of messages and logs
     */
    default boolean sensitive(String column) {
        return false;
    }

    /**
     * Whether the values of a column of some table may not be shown: of the one that the statement writes, of one that
     * refers to it, or of one that is referred to.
     *
     * @param table the name of the table
     * @param column the name of the column
     * @return true if they are to be left out of messages and logs; whoever does not know the table hides the column if
     *     the statement's own table has a sensitive one of this name
     */
    default boolean sensitive(String table, String column) {
        return sensitive(column);
    }

    /**
     * Whether whoever sends the statement gives the whole transaction up when it fails, although the database would go on.
     *
     * @return true if nothing but a rollback follows
     */
    default boolean givesTransactionUp() {
        return false;
    }

    /**
     * Whether whoever sends the statement goes back to a savepoint when it fails, although the database would let nothing else
     * through.
     *
     * @return true if the transaction goes on as it was before
     */
    default boolean goesBackToSavepoint() {
        return false;
    }
}
