package dev.dovetail.integrity;

import dev.dovetail.ErrorFacts;
import dev.dovetail.Redacted;
import java.sql.SQLException;

/**
 * What stands as the cause of an exception: the driver's own one, unless its words, which get into logs with it, may hold
 * values that are not to be shown.
 */
public final class Cause {

    private Cause() {}

    static SQLException of(SQLException error, ErrorFacts shown) {
        if (shown.detail() != null || error.getMessage() == null) {
            return error;
        }
        return redacted(error);
    }

    /**
     * An error without the driver's words.
     *
     * @param error what the driver threw
     * @return its codes and its place in the program
     */
    public static SQLException redacted(SQLException error) {
        SQLException redacted = new SQLException(
                Redacted.VALUE + " (the words of " + error.getClass().getName() + ")",
                error.getSQLState(),
                error.getErrorCode());
        redacted.setStackTrace(error.getStackTrace());
        return redacted;
    }
}
