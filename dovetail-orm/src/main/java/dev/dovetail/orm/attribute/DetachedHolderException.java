package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;

/** A holder that was never loaded was used after its owner had left its session. */
public final class DetachedHolderException extends UsageException {

    private static final long serialVersionUID = 1L;

    /**
     * The error.
     *
     * @param message which holder, of which object, and what would have loaded it
     */
    public DetachedHolderException(String message) {
        super("DVT-ORM-DETACHED", message);
    }
}
