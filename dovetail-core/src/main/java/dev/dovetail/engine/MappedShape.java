package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.RowMapper;
import dev.dovetail.sql.RowShape;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes objects of rows, and says which column was NULL where an object takes no null, as a primitive takes none. */
record MappedShape<T extends @Nullable Object, R extends @Nullable Object>(
        ResultStatement<T> query, RowMapper<T, R> mapper) implements RowShape<R> {

    @Override
    public R row(@Nullable Object[] values) {
        T row = query.shape().row(values);
        try {
            return mapper.map(row);
        } catch (NullPointerException e) {
            if (Arrays.stream(values).allMatch(Objects::nonNull)) {
                throw e;
            }
            throw new UsageException(
                    "DVT-RESULT-NULL",
                    nulls(values) + " NULL in a row, and what the row is to become takes no null there: take a class in"
                            + " place of the primitive, or replace NULL in the query, as by coalesce",
                    e);
        }
    }

    private String nulls(@Nullable Object[] values) {
        String names = IntStream.range(0, values.length)
                .filter(i -> values[i] == null)
                .mapToObj(query::columnName)
                .collect(Collectors.joining(", "));
        return names + (names.contains(", ") ? " are" : " is");
    }
}
