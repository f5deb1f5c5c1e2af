package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A row conflicts with another by an exclusion constraint, for instance as two periods that overlap. */
public final class ExclusionViolationException extends IntegrityException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public ExclusionViolationException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-23-EXCLUSION", Headline.exclusion(facts), facts, cause);
    }
}
