package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The statement itself is wrong: its syntax, a table or column that does not exist, or a right that is missing. */
public final class ProgrammingException extends DatabaseException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public ProgrammingException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-42-STATEMENT", MessageLayout.other("the statement is wrong", facts), facts, cause);
    }
}
