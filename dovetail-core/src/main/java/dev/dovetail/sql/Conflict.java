package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import java.util.HashSet;
import java.util.List;

/** An INSERT and the key by which a row may be there already; it lacks what happens then. Immutable. */
public final class Conflict {
    private final Insert insert;
    private final List<Column<?>> key;

    private Conflict(Insert insert, List<Column<?>> key) {
        this.insert = insert;
        this.key = key;
    }

    static Conflict of(Insert insert, List<Column<?>> key) {
        List<Column<?>> checked = List.of();
        for (Column<?> column : key) {
            checked = Targets.add(insert.table(), checked, column);
            if (!insert.columns().contains(column)) {
                throw new UsageException(
                        "DVT-SQL-CONFLICT",
                        "the INSERT does not set " + column + ", so nobody could tell which row is there already");
            }
        }
        if (!UniqueKeys.of(insert.table()).contains(new HashSet<>(key))) {
            throw new UsageException(
                    "DVT-SQL-CONFLICT",
                    "table " + insert.table() + " has no primary key, unique constraint or unique index of the columns "
                            + key + "; it has " + UniqueKeys.of(insert.table()));
        }
        return new Conflict(insert, checked);
    }

    /**
     * Leaves a row that is there already as it is.
     *
     * @return the statement
     */
    public Upsert doNothing() {
        return Upsert.of(insert, key);
    }

    /**
     * Changes a row that is there already, as {@link Upsert#set} says.
     *
     * @return the statement, which does nothing to such a row until something is set
     */
    public Upsert doUpdate() {
        return Upsert.of(insert, key);
    }

    /**
     * Sets columns of a row that is there already to what the INSERT has for them.
     *
     * @param columns columns that the INSERT sets
     * @return the statement
     * @throws UsageException if a column is of another table, named twice, or not set by the INSERT; code {@code
     *     DVT-SQL-COLUMN}
     */
    public Upsert doUpdate(Column<?>... columns) {
        Upsert upsert = Upsert.of(insert, key);
        for (Column<?> column : columns) {
            upsert = upsert.set(column);
        }
        return upsert;
    }

    /**
     * Sets columns of a row that is there already to what the INSERT has for them.
     *
     * @param columns operands that stand for columns that the INSERT sets
     * @return the statement
     * @throws UsageException if a column is of another table, named twice, or not set by the INSERT; code {@code
     *     DVT-SQL-COLUMN}
     */
    public Upsert doUpdate(Operand<?>... columns) {
        Upsert upsert = Upsert.of(insert, key);
        for (Operand<?> column : columns) {
            upsert = upsert.set(Targets.column(column));
        }
        return upsert;
    }
}
