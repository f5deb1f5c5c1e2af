package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.RowShape;
import dev.dovetail.sql.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A query on a connection, what its rows become, and how it is run. Nothing is sent before one of the methods that read;
 * each of them sends the query anew. Immutable; the connection has one thread at a time.
 *
 * <p>All that read throw {@link dev.dovetail.DatabaseException} if the database refuses the query, and what the methods of
 * {@link Connection} throw.
 *
 * @param <R> what a row becomes
 */
public final class ResultReader<R extends @Nullable Object> {

    private final Connection connection;
    private final ResultStatement<?> query;
    private final RowShape<R> shape;
    private final @Nullable Object[] arguments;
    private final StatementOrigin origin;
    private final ExecutionOptions options;

    ResultReader(Connection connection, ResultStatement<?> query, RowShape<R> shape) {
        this(connection, query, shape, Connection.NO_ARGUMENTS, StatementOrigin.none(), ExecutionOptions.options());
    }

    private ResultReader(
            Connection connection,
            ResultStatement<?> query,
            RowShape<R> shape,
            @Nullable Object[] arguments,
            StatementOrigin origin,
            ExecutionOptions options) {
        this.connection = connection;
        this.query = query;
        this.shape = shape;
        this.arguments = arguments;
        this.origin = origin;
        this.options = options;
    }

    /**
     * Gives the parameters of the query their values.
     *
     * @param values the values, in the order of the parameters' positions
     * @return the new reader
     */
    public ResultReader<R> arguments(@Nullable Object... values) {
        return new ResultReader<>(connection, query, shape, values.clone(), origin, options);
    }

    /**
     * Says on whose behalf the query runs.
     *
     * @param cause is named in errors and events
     * @return the new reader
     */
    public ResultReader<R> origin(StatementOrigin cause) {
        return new ResultReader<>(connection, query, shape, arguments, cause, options);
    }

    /**
     * Says how many rows are fetched at a time, so that not the whole result is in memory. While such a result is read, some
     * drivers refuse further statements on the connection (MySQL's) or take the rest of the rows into memory first
     * (MariaDB's).
     *
     * @param rows the number
     * @return the new reader
     */
    public ResultReader<R> fetchSize(int rows) {
        return with(options.fetchSize(rows));
    }

    /**
     * Says how long the database may take to answer; the reading of the rows is not in it.
     *
     * @param longest the time-out, to the millisecond
     * @return the new reader
     */
    public ResultReader<R> timeout(Duration longest) {
        return with(options.timeout(longest));
    }

    private ResultReader<R> with(ExecutionOptions newOptions) {
        return new ResultReader<>(connection, query, shape, arguments, origin, newOptions);
    }

    /**
     * Reads all rows.
     *
     * @return what they become; a list of one's own
     */
    public List<R> list() {
        return atMost(query, Long.MAX_VALUE);
    }

    /**
     * Reads all rows, one after the other.
     *
     * @param action is given each; what it throws ends the query
     */
    public void forEach(Consumer<? super R> action) {
        connection.inside(() -> {
            try (Cursor cursor = open(query)) {
                while (cursor.advance()) {
                    action.accept(cursor.read(shape));
                }
            }
            return true;
        });
    }

    /**
     * Reads the only row.
     *
     * @return what it becomes
     * @throws UsageException if there is none ({@code DVT-RESULT-NONE}) or more than one ({@code DVT-RESULT-MANY})
     */
    public R one() {
        List<R> rows = atMost(limited(2), 2);
        if (rows.isEmpty()) {
            throw new UsageException("DVT-RESULT-NONE", "the query should give one row, and gives none");
        }
        return only(rows);
    }

    /**
     * Reads the only row, if there is one.
     *
     * @return what it becomes, or null if there is none
     * @throws UsageException if there is more than one; code {@code DVT-RESULT-MANY}
     */
    public @Nullable R oneOrNone() {
        List<R> rows = atMost(limited(2), 2);
        return rows.isEmpty() ? null : only(rows);
    }

    private R only(List<R> rows) {
        if (rows.size() > 1) {
            throw new UsageException("DVT-RESULT-MANY", "the query should give one row, and gives more than one");
        }
        return rows.get(0);
    }

    /**
     * Reads the first row.
     *
     * @return what it becomes, or null if there is none
     */
    public @Nullable R first() {
        List<R> rows = atMost(limited(1), 1);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /**
     * Whether there is a row.
     *
     * @return true if there is
     */
    public boolean exists() {
        return connection.inside(() -> {
            try (Cursor cursor = open(limited(1))) {
                return cursor.next();
            }
        });
    }

    private List<R> atMost(ResultStatement<?> statement, long most) {
        return connection.inside(() -> {
            List<R> rows = new ArrayList<>();
            try (Cursor cursor = open(statement)) {
                while (rows.size() < most && cursor.advance()) {
                    rows.add(cursor.read(shape));
                }
            }
            return rows;
        });
    }

    private ResultStatement<?> limited(long most) {
        return query instanceof Select<?> select && select.limit() == null ? select.limit(most) : query;
    }

    /**
     * Reads rows as they are asked for.
     *
     * @return what they become; to be closed, and before the connection is
     */
    public Stream<R> stream() {
        Cursor cursor = open(query);
        Spliterator<R> rows = new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            public boolean tryAdvance(Consumer<? super R> action) {
                return connection.inside(() -> {
                    if (!cursor.advance()) {
                        return false;
                    }
                    action.accept(cursor.read(shape));
                    return true;
                });
            }
        };
        return StreamSupport.stream(rows, false).onClose(cursor::close);
    }

    private Cursor open(ResultStatement<?> statement) {
        return connection.query(statement, arguments, origin, options);
    }
}
