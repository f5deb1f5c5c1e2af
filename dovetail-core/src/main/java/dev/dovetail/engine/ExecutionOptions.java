package dev.dovetail.engine;

import dev.dovetail.UsageException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How statements are run. There are options of the engine, of a connection and of a statement; what is not said at one
 * place is taken from the place before.
 *
 * @param fetchSize how many rows of a query are fetched at a time; null to leave it to the driver, which may take the whole
 *     result into memory
 * @param timeout how long the database may take to answer a statement, all rows of a batch together; null for no limit.
 *     The reading of rows afterwards is not in it
 */
public record ExecutionOptions(
        @Nullable Integer fetchSize, @Nullable Duration timeout) {

    private static final ExecutionOptions NONE = new ExecutionOptions(null, null);

    /**
     * Checks the values.
     *
     * @throws UsageException if a value is not positive; code {@code DVT-ENGINE-SETTING}
     */
    public ExecutionOptions {
        if (fetchSize != null && fetchSize <= 0) {
            throw new UsageException(
                    "DVT-ENGINE-SETTING", "the fetch size is " + fetchSize + ", and has to be at least 1");
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new UsageException("DVT-ENGINE-SETTING", "the time-out is " + timeout + ", and has to be positive");
        }
    }

    /**
     * Options that say nothing.
     *
     * @return the options
     */
    public static ExecutionOptions options() {
        return NONE;
    }

    /**
     * These options with a fetch size.
     *
     * @param rows how many rows of a query are fetched at a time
     * @return the new options
     */
    public ExecutionOptions fetchSize(int rows) {
        return new ExecutionOptions(rows, timeout);
    }

    /**
     * These options with a time-out.
     *
     * @param longest how long the database may take to answer a statement
     * @return the new options
     */
    public ExecutionOptions timeout(Duration longest) {
        return new ExecutionOptions(fetchSize, longest);
    }

    /**
     * These options, and where they say nothing those of the place before.
     *
     * @param before the options of the place before, an engine's for those of a connection
     * @return the new options
     */
    public ExecutionOptions over(ExecutionOptions before) {
        if (this == NONE || before == NONE) {
            return this == NONE ? before : this;
        }
        return new ExecutionOptions(
                fetchSize == null ? before.fetchSize : fetchSize, timeout == null ? before.timeout : timeout);
    }
}
