package dev.dovetail.orm;

import dev.dovetail.DovetailException;
import java.io.Serial;

/**
 * A session over several engines has committed on some of them, and then a commit failed. What was committed stays; the others
 * were rolled back. The cause is the error of the commit that failed.
 */
public final class PartialCommitException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int committed;

    PartialCommitException(int committed, int all, RuntimeException cause) {
        super(
                "DVT-ORM-PARTIAL-COMMIT",
                committed + " of " + all
                        + " engines had committed, in the order in which the session first used them, when"
                        + " the next one failed: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                        + "; what was committed stays, the others were rolled back. Objects in memory are as before the"
                        + " transaction: read them anew in another session",
                cause);
        this.committed = committed;
    }

    /**
     * How many engines had committed.
     *
     * @return the number, at least 1
     */
    public int committed() {
        return committed;
    }
}
