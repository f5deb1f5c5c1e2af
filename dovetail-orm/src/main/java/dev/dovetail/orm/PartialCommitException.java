package dev.dovetail.orm;

import dev.dovetail.DovetailException;
import dev.dovetail.engine.Engine;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A session over several engines has committed on some of them, and on another the commit failed. What was committed stays. The
 * cause is the error of the first commit that failed.
 *
 * <p>Without two phases the engines that had not committed were rolled back. In two phases what could not be committed is still
 * prepared, and holds its locks: {@link Engine#commitPrepared} brings the whole to its end.
 */
public final class PartialCommitException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int committed;

    @SuppressWarnings("serial") // An engine stays in its process, and the list is read there.
    private final transient List<Prepared> prepared;

    /**
     * A transaction that was prepared and could not be committed.
     *
     * @param engine the engine of its database
     * @param name its name there
     */
    public record Prepared(Engine engine, String name) {}

    PartialCommitException(int committed, int all, RuntimeException cause) {
        super(
                "DVT-ORM-PARTIAL-COMMIT",
                committed + " of " + all
                        + " engines had committed, in the order in which the session first used them, when"
                        + " the next one failed: " + firstLine(cause)
                        + "; what was committed stays, the others were rolled back. Objects in memory are as before the"
                        + " transaction: read them anew in another session",
                cause);
        this.committed = committed;
        this.prepared = List.of();
    }

    PartialCommitException(int committed, List<Prepared> prepared, RuntimeException cause) {
        super(
                "DVT-ORM-PARTIAL-COMMIT",
                committed + " of " + (committed + prepared.size())
                        + " engines have committed what all had prepared; still prepared: "
                        + prepared.stream()
                                .map(left -> left.name() + " ("
                                        + left.engine().dialect().name() + ")")
                                .collect(Collectors.joining(", "))
                        + ". The first error was: " + firstLine(cause)
                        + ". Commit the rest by engine.commitPrepared(name), where engine.preparedTransactions() still has"
                        + " it; do not repeat the work. Objects in memory are as before the transaction: read them anew in"
                        + " another session",
                cause);
        this.committed = committed;
        this.prepared = List.copyOf(prepared);
    }

    private static String firstLine(RuntimeException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * How many engines had committed.
     *
     * @return the number; without two phases at least 1
     */
    public int committed() {
        return committed;
    }

    /**
     * What was prepared and could not be committed. Where the answer of the database was lost on the way it may have been
     * committed all the same: {@link Engine#preparedTransactions} says what is left.
     *
     * @return the transactions; none without two phases
     */
    public List<Prepared> prepared() {
        return prepared;
    }
}
