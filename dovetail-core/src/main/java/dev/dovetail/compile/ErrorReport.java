package dev.dovetail.compile;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.TransactionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect read out of a driver's error: its kind and the names that its message holds. What the driver did not
 * say is null or empty.
 *
 * @param kind the kind
 * @param primaryKey whether it is a primary key that is not unique
 * @param constraint the name of the constraint
 * @param expression the condition of a CHECK that is reported without a name
 * @param table the table that the constraint belongs to
 * @param columns its columns
 * @param side which side of a foreign key refused
 * @param referencedTable the table that a foreign key leads to
 * @param referencedColumns its columns there
 * @param transactionState what became of the transaction; null if nothing did, and it can go on
 */
public record ErrorReport(
        ErrorKind kind,
        boolean primaryKey,
        @Nullable String constraint,
        @Nullable String expression,
        @Nullable String table,
        List<String> columns,
        @Nullable ForeignKeySide side,
        @Nullable String referencedTable,
        List<String> referencedColumns,
        @Nullable TransactionState transactionState) {
    /** Copies the lists. */
    public ErrorReport {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    /**
     * A report that says only the kind.
     *
     * @param kind the kind
     * @return the report
     */
    public static ErrorReport of(ErrorKind kind) {
        return new ErrorReport(kind, false, null, null, null, List.of(), null, null, List.of(), null);
    }

    /**
     * This report with the constraint's name.
     *
     * @param name the name
     * @return the new report
     */
    public ErrorReport withConstraint(@Nullable String name) {
        return new ErrorReport(
                kind,
                primaryKey,
                name,
                expression,
                table,
                columns,
                side,
                referencedTable,
                referencedColumns,
                transactionState);
    }

    /**
     * This report with the condition of a CHECK.
     *
     * @param condition the condition
     * @return the new report
     */
    public ErrorReport withExpression(@Nullable String condition) {
        return new ErrorReport(
                kind,
                primaryKey,
                constraint,
                condition,
                table,
                columns,
                side,
                referencedTable,
                referencedColumns,
                transactionState);
    }

    /**
     * This report with the place.
     *
     * @param name the table
     * @param names its columns
     * @return the new report
     */
    public ErrorReport at(@Nullable String name, List<String> names) {
        return new ErrorReport(
                kind,
                primaryKey,
                constraint,
                expression,
                name,
                names,
                side,
                referencedTable,
                referencedColumns,
                transactionState);
    }

    /**
     * This report, saying that the key is the primary one.
     *
     * @return the new report
     */
    public ErrorReport ofPrimaryKey() {
        return new ErrorReport(
                kind,
                true,
                constraint,
                expression,
                table,
                columns,
                side,
                referencedTable,
                referencedColumns,
                transactionState);
    }

    /**
     * This report with the side that refused and what the foreign key leads to.
     *
     * @param newSide the side
     * @param name the table that it leads to
     * @param names the columns there
     * @return the new report
     */
    public ErrorReport referring(@Nullable ForeignKeySide newSide, @Nullable String name, List<String> names) {
        return new ErrorReport(
                kind, primaryKey, constraint, expression, table, columns, newSide, name, names, transactionState);
    }

    /**
     * This report, saying what became of the transaction.
     *
     * @param state the state
     * @return the new report
     */
    public ErrorReport leaving(@Nullable TransactionState state) {
        return new ErrorReport(
                kind,
                primaryKey,
                constraint,
                expression,
                table,
                columns,
                side,
                referencedTable,
                referencedColumns,
                state);
    }
}
