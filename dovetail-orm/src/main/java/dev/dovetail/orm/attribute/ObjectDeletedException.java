package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;

/** The row of an object that a session touched again is gone. */
public final class ObjectDeletedException extends UsageException {

    private static final long serialVersionUID = 1L;

    /**
     * The error.
     *
     * @param message which object, and what it was touched for
     */
    public ObjectDeletedException(String message) {
        super("DVT-ORM-DELETED", message);
    }
}
