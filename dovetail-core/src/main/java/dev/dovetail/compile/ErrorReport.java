package dev.dovetail.compile;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.TransactionState;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect read out of a driver's error: its kind and the names that its message holds. What the driver did not
 * say is null or empty.
 *
 * @param kind the kind
 * @param primaryKey whether it is a primary key that is not unique
 * @param constraint the name of the constraint
 * @param expression the condition of a CHECK that is reported without a name, or the words of a trigger
 * @param place the table that the constraint belongs to, and its columns
 * @param side which side of a foreign key refused
 * @param target what a foreign key leads to
 * @param values the offending values as the database prints them, in the order of the columns that it names; empty if
 *     it prints none, or if they cannot be told apart
 * @param row the row of the batch, from 0; null if the driver does not say
 * @param transactionState what became of the transaction; null if nothing did and it can go on, or if it is to be asked
 */
public record ErrorReport(
        ErrorKind kind,
        boolean primaryKey,
        @Nullable String constraint,
        @Nullable String expression,
        ErrorPlace place,
        @Nullable ForeignKeySide side,
        ErrorPlace target,
        List<String> values,
        @Nullable Integer row,
        @Nullable TransactionState transactionState) {
    /** Copies the list. */
    public ErrorReport {
        values = List.copyOf(values);
    }

    /**
     * A report that says only the kind.
     *
     * @param kind the kind
     * @return the report
     */
    public static ErrorReport of(ErrorKind kind) {
        return new ErrorReport(kind, false, null, null, ErrorPlace.NONE, null, ErrorPlace.NONE, List.of(), null, null);
    }

    /**
     * The table that the constraint belongs to.
     *
     * @return its name, or null
     */
    public @Nullable String table() {
        return place.table();
    }

    /**
     * The columns of the constraint.
     *
     * @return their names, or none
     */
    public List<String> columns() {
        return place.columns();
    }

    /**
     * This report with the constraint's name.
     *
     * @param name the name
     * @return the new report
     */
    public ErrorReport withConstraint(@Nullable String name) {
        return new ErrorReport(kind, primaryKey, name, expression, place, side, target, values, row, transactionState);
    }

    /**
     * This report with the condition of a CHECK, or the words of a trigger.
     *
     * @param words the condition
     * @return the new report
     */
    public ErrorReport withExpression(@Nullable String words) {
        return new ErrorReport(kind, primaryKey, constraint, words, place, side, target, values, row, transactionState);
    }

    /**
     * This report with the place.
     *
     * @param name the table
     * @param names its columns
     * @return the new report
     */
    public ErrorReport at(@Nullable String name, List<String> names) {
        return at(new ErrorPlace(null, name, names));
    }

    /**
     * This report with the place.
     *
     * @param where the table and its columns
     * @return the new report
     */
    public ErrorReport at(ErrorPlace where) {
        return new ErrorReport(
                kind, primaryKey, constraint, expression, where, side, target, values, row, transactionState);
    }

    /**
     * This report, saying that the key is the primary one.
     *
     * @return the new report
     */
    public ErrorReport ofPrimaryKey() {
        return new ErrorReport(kind, true, constraint, expression, place, side, target, values, row, transactionState);
    }

    /**
     * This report with the side that refused and what the foreign key leads to.
     *
     * @param newSide the side
     * @param to the table that it leads to, and the columns there
     * @return the new report
     */
    public ErrorReport referring(@Nullable ForeignKeySide newSide, ErrorPlace to) {
        return new ErrorReport(
                kind, primaryKey, constraint, expression, place, newSide, to, values, row, transactionState);
    }

    /**
     * This report with the values that the database printed.
     *
     * @param texts the values
     * @return the new report
     */
    public ErrorReport withValues(List<String> texts) {
        return new ErrorReport(
                kind, primaryKey, constraint, expression, place, side, target, texts, row, transactionState);
    }

    /**
     * This report with the row of the batch that failed.
     *
     * @param index the row, from 0
     * @return the new report
     */
    public ErrorReport inRow(@Nullable Integer index) {
        return new ErrorReport(
                kind, primaryKey, constraint, expression, place, side, target, values, index, transactionState);
    }

    /**
     * This report with its names as the program writes them.
     *
     * @param naming the program's name for one of the database's
     * @return the new report
     */
    public ErrorReport renamed(UnaryOperator<String> naming) {
        return new ErrorReport(
                kind,
                primaryKey,
                constraint == null ? null : naming.apply(constraint),
                expression,
                place.renamed(naming),
                side,
                target.renamed(naming),
                values,
                row,
                transactionState);
    }

    /**
     * This report, saying what became of the transaction.
     *
     * @param state the state
     * @return the new report
     */
    public ErrorReport leaving(@Nullable TransactionState state) {
        return new ErrorReport(kind, primaryKey, constraint, expression, place, side, target, values, row, state);
    }
}
