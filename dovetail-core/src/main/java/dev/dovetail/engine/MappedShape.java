package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.RowMapper;
import dev.dovetail.sql.RowShape;
import dev.dovetail.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        return mapper.map(query.shape().row(values));
    }

    @Override
    public R read(ResultSet resultSet, Codec<?>[] columns) throws SQLException {
        try {
            return mapper.read(resultSet, columns, query.shape());
        } catch (NullPointerException e) {
            throw explained(e, RowShape.values(resultSet, columns));
        }
    }

    private RuntimeException explained(NullPointerException error, @Nullable Object[] values) {
        if (Arrays.stream(values).allMatch(Objects::nonNull)) {
            return error;
        }
        return new UsageException(
                "DVT-RESULT-NULL",
                nulls(values) + " NULL in a row, and what the row is to become takes no null there: take a class in"
                        + " place of the primitive, or replace NULL in the query, as by coalesce",
                error);
    }

    private String nulls(@Nullable Object[] values) {
        String names = IntStream.range(0, values.length)
                .filter(i -> values[i] == null)
                .mapToObj(query::columnName)
                .collect(Collectors.joining(", "));
        return names + (names.contains(", ") ? " are" : " is");
    }
}
