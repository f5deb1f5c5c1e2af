package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that is written by hand, with what its columns are. It can stand wherever a query can, but the program vouches
 * for the text. Immutable and thread-safe.
 *
 * @param <R> what becomes of a row
 */
public final class RawQuery<R extends @Nullable Object> implements Query<R> {
    private final RawStatement raw;
    private final List<Expression<?>> columns;
    private final boolean named;
    private final RowShape<R> shape;

    private RawQuery(RawStatement raw, List<Expression<?>> columns, boolean named, RowShape<R> shape) {
        this.raw = raw;
        this.columns = List.copyOf(columns);
        this.named = named;
        this.shape = shape;
    }

    static <R extends @Nullable Object> RawQuery<R> byPosition(RawStatement raw, RowShape<R> shape, Type<?>... types) {
        return new RawQuery<>(raw, unnamed(List.of(types)), false, shape);
    }

    static RawQuery<Row> byPosition(RawStatement raw, List<? extends Type<?>> types) {
        List<Expression<?>> columns = unnamed(types);
        return new RawQuery<>(raw, columns, false, values -> new Row(columns, values));
    }

    static RawQuery<Row> byName(RawStatement raw, String name, Type<?> type) {
        return named(raw, List.of(new Label<>(new RawExpression<>("NULL", type), name)));
    }

    private static RawQuery<Row> named(RawStatement raw, List<Expression<?>> columns) {
        return new RawQuery<>(raw, columns, true, values -> new Row(columns, values));
    }

    // Not written anywhere: they carry the types.
    private static List<Expression<?>> unnamed(List<? extends Type<?>> types) {
        if (types.isEmpty()) {
            throw new UsageException("DVT-SQL-SELECT", "a query needs at least one column");
        }
        List<Expression<?>> columns = new ArrayList<>();
        types.forEach(type -> columns.add(new RawExpression<>("NULL", type)));
        return columns;
    }

    /**
     * Names one more column of the result.
     *
     * @param name its name there
     * @param type its type
     * @return the longer query
     * @throws UsageException if the columns were given by position; code {@code DVT-SQL-SELECT}
     */
    public RawQuery<Row> column(String name, Type<?> type) {
        if (!named) {
            throw new UsageException("DVT-SQL-SELECT", "the columns were given by position; name none or all");
        }
        return named(raw, Lists.append(columns, new Label<>(new RawExpression<>("NULL", type), name)));
    }

    /**
     * What is sent.
     *
     * @return the statement
     */
    public RawStatement raw() {
        return raw;
    }

    /**
     * The names by which the columns are taken from the result.
     *
     * @return the names, in order; none if the columns were given by position
     */
    public List<String> names() {
        return named
                ? columns.stream().map(column -> ((Label<?>) column).name()).toList()
                : List.of();
    }

    @Override
    public List<Expression<?>> columns() {
        return columns;
    }

    @Override
    public RowShape<R> shape() {
        return shape;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
