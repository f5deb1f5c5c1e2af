package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The schema contradicts itself, as a foreign key does whose target is no key. */
public final class SchemaMismatchException extends DatabaseException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public SchemaMismatchException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-42-SCHEMA", MessageLayout.other("the schema contradicts itself", facts), facts, cause);
    }
}
