package dev.dovetail.orm;

import java.io.Serial;

/** Says, as a suppressed exception of an error, why the flush ran that failed. */
final class FlushNote extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    FlushNote(String message) {
        super(message, null, false, false);
    }
}
