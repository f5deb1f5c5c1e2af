package dev.dovetail.engine;

import dev.dovetail.integrity.StatementOrigin;
import java.time.Duration;

/**
 * A query whose rows are no longer read: all of them have been, or it was closed before.
 *
 * @param sql its text
 * @param rows how many rows were read
 * @param duration from the answer of the database until the result was closed, what the program did with the rows included
 * @param origin on whose behalf it ran
 */
public record RowsEvent(String sql, long rows, Duration duration, StatementOrigin origin) {}
