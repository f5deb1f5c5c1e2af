package dev.dovetail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Everything that Dovetail throws. Unchecked; each kind has a code that stays the same from release to release. */
public abstract class DovetailException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Makes an exception.
     *
     * @param code the stable code, such as {@code DVT-23-UNIQUE}
     * @param message what happened, to which thing, with which value, and what to do
     * @param cause what brought it about, if anything did
     */
    protected DovetailException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * The stable code of this kind of error; the guide has a section for each.
     *
     * @return a code such as {@code DVT-23-UNIQUE}
     */
    public final String code() {
        return code;
    }

    /** The class, the code and the message. */
    @Override
    public String toString() {
        return getClass().getName() + " [" + code + "]: " + getMessage();
    }
}
