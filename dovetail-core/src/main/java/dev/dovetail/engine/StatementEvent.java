package dev.dovetail.engine;

import dev.dovetail.integrity.StatementOrigin;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has been sent to the database, with success or without.
 *
 * @param sql its text
 * @param parameters the values bound, one list for each row of a batch; {@link dev.dovetail.Redacted} stands for those
 *     that may not be shown
 * @param duration from sending the statement to its answer; reading the rows of a query is not in it
 * @param rows how many rows were written, -1 for a query
 * @param origin on whose behalf it ran
 * @param error the driver's error, null if there was none; without the driver's words where they may hold values that
 *     may not be shown
 */
public record StatementEvent(
        String sql,
        List<List<@Nullable Object>> parameters,
        Duration duration,
        long rows,
        StatementOrigin origin,
        @Nullable SQLException error) {}
