package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.UsageException;
import dev.dovetail.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one at a time. Closed at the latest with its connection. Used by one thread at a time. */
public final class Cursor implements AutoCloseable {

    private final PreparedStatement statement;
    private final RunningStatement running;
    private final ResultSet resultSet;
    private final List<Codec<?>> codecs;
    private final Function<SQLException, DatabaseException> explain;
    private final ThreadGuard guard;
    private final PhysicalConnection physical;
    private final ResultFetch fetch;
    private final BiConsumer<Long, Duration> ended;
    private final long opened = System.nanoTime();
    private long rows;
    private boolean exhausted;
    private boolean closed;

    Cursor(
            PreparedStatement statement,
            RunningStatement running,
            ResultSet resultSet,
            List<Codec<?>> codecs,
            Function<SQLException, DatabaseException> explain,
            ThreadGuard guard,
            PhysicalConnection physical,
            ResultFetch fetch,
            BiConsumer<Long, Duration> ended) {
        this.statement = statement;
        this.running = running;
        this.resultSet = resultSet;
        this.codecs = codecs;
        this.explain = explain;
        this.guard = guard;
        this.physical = physical;
        this.fetch = fetch;
        this.ended = ended;
        physical.opened(this);
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws DatabaseException if the database cannot give it
     */
    public boolean next() {
        return guard.call(() -> {
            requireOpen();
            try {
                return step();
            } catch (SQLException e) {
                throw explain.apply(e);
            }
        });
    }

    /**
     * A value of the current row.
     *
     * @param column the column, counted from 1
     * @return the value, null for NULL
     * @throws DatabaseException if what is stored there is not of the column's type
     */
    public @Nullable Object value(int column) {
        return guard.<@Nullable Object>call(() -> {
            requireOpen();
            try {
                return codecs.isEmpty()
                        ? resultSet.getObject(column)
                        : codec(column).read(resultSet, column);
            } catch (SQLException e) {
                throw explain.apply(e);
            }
        });
    }

    private void requireOpen() {
        if (closed) {
            throw new UsageException(
                    "DVT-CONN-CLOSED", "the rows of a query are read after it, or its connection, was closed");
        }
    }

    /**
     * The driver's rows, for readers that take many values at a time. Who reads from it has to deal with its exceptions:
     * see {@link #explain}.
     *
     * @return the rows, positioned as this cursor is
     */
    public ResultSet resultSet() {
        return resultSet;
    }

    /**
     * How to read a column.
     *
     * @param column the column, counted from 1 as in the result set
     * @return the codec of its type
     */
    public Codec<?> codec(int column) {
        return codecs.get(column - 1);
    }

    /**
     * Explains an error that came from the {@link #resultSet()}.
     *
     * @param error what the driver threw
     * @return the exception to throw
     */
    public DatabaseException explain(SQLException error) {
        return explain.apply(error);
    }

    /** Goes to the next row; null if there is none. One step into the guard for all its values. */
    @Nullable
    Object @Nullable [] row() {
        return guard.<@Nullable Object @Nullable []>call(() -> {
            requireOpen();
            try {
                return step() ? values() : null;
            } catch (SQLException e) {
                throw explain.apply(e);
            }
        });
    }

    private boolean step() throws SQLException {
        if (resultSet.next()) {
            rows++;
            return true;
        }
        exhausted = true;
        return false;
    }

    private @Nullable Object[] values() throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = codecs.isEmpty()
                    ? resultSet.getObject(column + 1)
                    : codecs.get(column).read(resultSet, column + 1);
        }
        return values;
    }

    private int columns() throws SQLException {
        return codecs.isEmpty() ? resultSet.getMetaData().getColumnCount() : codecs.size();
    }

    /** Ends the query. */
    @Override
    public void close() {
        guard.run(this::end);
    }

    private void end() {
        if (closed) {
            return;
        }
        closed = true;
        physical.closed(this);
        running.over();
        try (statement) {
            fetch.close(statement, resultSet, exhausted);
        } catch (SQLException e) {
            throw explain.apply(e);
        }
        ended.accept(rows, Duration.ofNanos(System.nanoTime() - opened));
    }
}
