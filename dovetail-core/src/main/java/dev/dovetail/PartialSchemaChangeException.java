package dev.dovetail;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some of the statements that create or drop tables were executed and stay, because the database commits each by itself,
 * and then one was refused. The cause is that refusal. Creating or dropping again goes on where it stopped.
 */
public final class PartialSchemaChangeException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // what List.copyOf gives is serializable
    private final List<String> done;

    @SuppressWarnings("serial") // as above
    private final List<String> open;

    /**
     * Makes an exception.
     *
     * @param database the name of the database
     * @param done the statements that were executed
     * @param open the statement that was refused, and those behind it
     * @param cause the refusal
     */
    public PartialSchemaChangeException(
            String database, List<String> done, List<String> open, DatabaseException cause) {
        super("DVT-DDL-PARTIAL", message(database, done, open), cause);
        this.done = List.copyOf(done);
        this.open = List.copyOf(open);
    }

    private static String message(String database, List<String> done, List<String> open) {
        return "the schema was changed in part: " + database + " commits each statement by itself. " + done.size()
                + " stay, 1 was refused, " + (open.size() - 1)
                + " were not sent; do away with the cause and repeat the call"
                + done.stream().map(sql -> "\n  done      " + sql).collect(Collectors.joining())
                + "\n  refused   " + open.get(0);
    }

    /**
     * What stays.
     *
     * @return the statements that were executed, in order
     */
    public List<String> done() {
        return done;
    }

    /**
     * What is missing.
     *
     * @return the statement that was refused, and those behind it, in order
     */
    public List<String> open() {
        return open;
    }
}
