package dev.dovetail;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about an error that a database reported, as data. What could not be known is null or empty.
 *
 * @param constraint the constraint that refused, {@link ConstraintFacts#UNKNOWN} for errors of another kind
 * @param statement the statement that failed
 * @param origin on whose behalf it ran
 * @param transactionState what the transaction can still do
 * @param sqlState the SQLSTATE that the driver gave
 * @param vendorCode the database's own code, the extended one where there is one
 * @param detail the driver's words, where no constraint says it better; they may hold values
 * @param hint what to do about it
 */
public record ErrorFacts(
        ConstraintFacts constraint,
        StatementFacts statement,
        OriginFacts origin,
        TransactionState transactionState,
        @Nullable String sqlState,
        int vendorCode,
        @Nullable String detail,
        @Nullable String hint) {

    /**
     * The facts that every driver's exception has.
     *
     * @param error the driver's exception
     * @param state the state of the transaction after it
     * @return facts with no statement, origin or constraint
     */
    public static ErrorFacts of(SQLException error, TransactionState state) {
        return new ErrorFacts(
                ConstraintFacts.UNKNOWN,
                StatementFacts.NONE,
                OriginFacts.NONE,
                state,
                error.getSQLState(),
                error.getErrorCode(),
                error.getMessage(),
                null);
    }

    /**
     * These facts with a constraint.
     *
     * @param found the constraint
     * @return a copy
     */
    public ErrorFacts withConstraint(ConstraintFacts found) {
        return new ErrorFacts(found, statement, origin, transactionState, sqlState, vendorCode, detail, hint);
    }

    /**
     * These facts with a statement and its origin.
     *
     * @param failed the statement that failed
     * @param from on whose behalf it ran
     * @return a copy
     */
    public ErrorFacts withStatement(StatementFacts failed, OriginFacts from) {
        return new ErrorFacts(constraint, failed, from, transactionState, sqlState, vendorCode, detail, hint);
    }

    /**
     * These facts with other words from the driver.
     *
     * @param code the database's own code, the extended one where there is one
     * @param words the driver's words, or null where they add nothing or may not be shown
     * @return a copy
     */
    public ErrorFacts withReport(int code, @Nullable String words) {
        return new ErrorFacts(constraint, statement, origin, transactionState, sqlState, code, words, hint);
    }

    /**
     * These facts with a hint.
     *
     * @param text what to do about it
     * @return a copy
     */
    public ErrorFacts withHint(@Nullable String text) {
        return new ErrorFacts(constraint, statement, origin, transactionState, sqlState, vendorCode, detail, text);
    }
}
