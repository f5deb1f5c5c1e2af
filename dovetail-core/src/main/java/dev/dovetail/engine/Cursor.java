package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.UsageException;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.sql.RowShape;
import dev.dovetail.sql.Statement;
import dev.dovetail.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one at a time. Closed at the latest with its connection. Used by one thread at a time. */
public final class Cursor implements AutoCloseable {

    private final StatementExecutor executor;
    private final Statement query;
    private final ReadyStatement ready;
    private final @Nullable Object[] arguments;
    private final StatementOrigin origin;
    private final @Nullable ResultFetch fetch;
    private final PreparedStatement statement;
    private final RunningStatement running;
    private final ResultSet resultSet;
    private final Codec<?>[] codecs;
    private final long opened;
    private long rows;
    private boolean exhausted;
    private boolean closed;

    /** The one of the connection that was opened before it and is still open. */
    @Nullable
    Cursor before;

    Cursor(
            StatementExecutor executor,
            Statement query,
            ReadyStatement ready,
            @Nullable Object[] arguments,
            StatementOrigin origin,
            @Nullable ResultFetch fetch,
            PreparedStatement statement,
            RunningStatement running,
            ResultSet resultSet) {
        this.executor = executor;
        this.query = query;
        this.ready = ready;
        this.arguments = arguments;
        this.origin = origin;
        this.fetch = fetch;
        this.statement = statement;
        this.running = running;
        this.resultSet = resultSet;
        this.codecs = ready.columns();
        this.opened = executor.time();
        executor.opened(this);
    }

    Statement statement() {
        return query;
    }

    ReadyStatement ready() {
        return ready;
    }

    @Nullable
    Object[] arguments() {
        return arguments;
    }

    StatementOrigin origin() {
        return origin;
    }

    RunningStatement running() {
        return running;
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws DatabaseException if the database cannot give it
     */
    public boolean next() {
        boolean entered = executor.guard().enter();
        try {
            return advance();
        } finally {
            executor.guard().leave(entered);
        }
    }

    /**
     * Reads many rows at once: that nobody else uses the connection meanwhile is made sure of once, and not for each row.
     *
     * @param reading reads rows of this cursor, from its {@link #resultSet()} too
     * @throws DatabaseException if the database cannot give them
     */
    public void read(Reading reading) {
        boolean entered = executor.guard().enter();
        try {
            reading.read();
        } catch (SQLException e) {
            throw explain(e);
        } finally {
            executor.guard().leave(entered);
        }
    }

    /** Takes rows from a cursor. */
    @FunctionalInterface
    public interface Reading {

        /**
         * Takes rows.
         *
         * @throws SQLException if the driver fails; the cursor explains it
         */
        void read() throws SQLException;
    }

    /** As {@link #next}, for those that are within the guard. */
    boolean advance() {
        requireOpen();
        try {
            if (resultSet.next()) {
                rows++;
                return true;
            }
            exhausted = true;
            return false;
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    /**
     * A value of the current row.
     *
     * @param column the column, counted from 1
     * @return the value, null for NULL
     * @throws DatabaseException if what is stored there is not of the column's type
     */
    public @Nullable Object value(int column) {
        boolean entered = executor.guard().enter();
        try {
            requireOpen();
            return codecs.length == 0
                    ? resultSet.getObject(column)
                    : codec(column).read(resultSet, column);
        } catch (SQLException e) {
            throw explain(e);
        } finally {
            executor.guard().leave(entered);
        }
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
        return codecs[column - 1];
    }

    /**
     * Explains an error that came from the {@link #resultSet()}.
     *
     * @param error what the driver threw
     * @return the exception to throw
     */
    public DatabaseException explain(SQLException error) {
        return executor.explain(error, this);
    }

    /** Goes to the next row; null if there is none. One step into the guard for all its values. */
    @Nullable
    Object @Nullable [] row() {
        boolean entered = executor.guard().enter();
        try {
            return advance() ? values() : null;
        } finally {
            executor.guard().leave(entered);
        }
    }

    /** What the current row becomes. */
    <R extends @Nullable Object> R read(RowShape<R> shape) {
        try {
            return shape.read(resultSet, codecs);
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    private @Nullable Object[] values() {
        try {
            if (codecs.length > 0) {
                return RowShape.values(resultSet, codecs);
            }
            @Nullable
            Object[] values = new @Nullable Object[resultSet.getMetaData().getColumnCount()];
            for (int column = 1; column <= values.length; column++) {
                values[column - 1] = resultSet.getObject(column);
            }
            return values;
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    /** Ends the query. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        boolean entered = executor.guard().enter();
        try {
            end();
        } finally {
            executor.guard().leave(entered);
        }
    }

    private void end() {
        closed = true;
        executor.closed(this);
        running.over();
        try (statement) {
            if (fetch != null) {
                fetch.close(statement, resultSet, exhausted);
            }
        } catch (SQLException e) {
            throw explain(e);
        }
        executor.tellRows(this, rows, opened);
    }
}
