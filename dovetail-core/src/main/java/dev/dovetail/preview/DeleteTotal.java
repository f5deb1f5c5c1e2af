package dev.dovetail.preview;

/**
 * What happens to the rows of one table. A row that is reached in several ways counts once in each number.
 *
 * @param table the table, with its schema where it has one
 * @param byProgram how many rows the statement or the session deletes
 * @param byDatabase how many other rows the database deletes
 * @param setNull how many rows that stay lose a foreign key
 * @param setDefault how many rows that stay get the default of a foreign key
 * @param refusing how many rows refuse
 * @param atLeast whether there may be more than these
 */
public record DeleteTotal(
        String table, long byProgram, long byDatabase, long setNull, long setDefault, long refusing, boolean atLeast) {
    /**
     * How many rows go.
     *
     * @return the rows that anybody deletes
     */
    public long deleted() {
        return byProgram + byDatabase;
    }
}
