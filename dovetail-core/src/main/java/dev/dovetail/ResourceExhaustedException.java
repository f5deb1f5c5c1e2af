package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database ran out of something: disk space, memory, connections. */
public final class ResourceExhaustedException extends OperationalException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public ResourceExhaustedException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-53-RESOURCES", "the database ran out of a resource", facts, cause);
    }
}
