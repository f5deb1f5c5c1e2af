package dev.dovetail.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The codecs that most columns have, each a class of its own: where a reader's code knows one class for each of its columns,
 * the virtual machine reads a number into the object that takes it without making a {@link Long} of it in between.
 */
abstract sealed class PlainCodec<J> implements Codec<J> {

    private final SqlKind kind;

    private PlainCodec(SqlKind kind) {
        this.kind = kind;
    }

    abstract void set(PreparedStatement statement, int index, J value) throws SQLException;

    @Override
    public final void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException {
        if (value == null) {
            statement.setNull(index, kind.jdbcType());
        } else {
            set(statement, index, value);
        }
    }

    static final class OfBoolean extends PlainCodec<Boolean> {
        OfBoolean() {
            super(SqlKind.BOOLEAN);
        }

        @Override
        public @Nullable Boolean read(ResultSet resultSet, int index) throws SQLException {
            boolean value = resultSet.getBoolean(index);
            return !value && resultSet.wasNull() ? null : Boolean.valueOf(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Boolean value) throws SQLException {
            statement.setBoolean(index, value);
        }
    }

    static final class OfInteger extends PlainCodec<Integer> {
        OfInteger() {
            super(SqlKind.INTEGER);
        }

        @Override
        public @Nullable Integer read(ResultSet resultSet, int index) throws SQLException {
            int value = resultSet.getInt(index);
            return value == 0 && resultSet.wasNull() ? null : Integer.valueOf(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Integer value) throws SQLException {
            statement.setInt(index, value);
        }
    }

    static final class OfLong extends PlainCodec<Long> {
        OfLong() {
            super(SqlKind.BIGINT);
        }

        @Override
        public @Nullable Long read(ResultSet resultSet, int index) throws SQLException {
            long value = resultSet.getLong(index);
            return value == 0 && resultSet.wasNull() ? null : Long.valueOf(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Long value) throws SQLException {
            statement.setLong(index, value);
        }
    }

    static final class OfDouble extends PlainCodec<Double> {
        OfDouble() {
            super(SqlKind.DOUBLE);
        }

        @Override
        public @Nullable Double read(ResultSet resultSet, int index) throws SQLException {
            double value = resultSet.getDouble(index);
            return value == 0 && resultSet.wasNull() ? null : Double.valueOf(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Double value) throws SQLException {
            statement.setDouble(index, value);
        }
    }

    /** Of CHAR it is not: that one loses the spaces at its end. */
    static final class OfText extends PlainCodec<String> {
        OfText(SqlKind kind) {
            super(kind);
        }

        @Override
        public @Nullable String read(ResultSet resultSet, int index) throws SQLException {
            return resultSet.getString(index);
        }

        @Override
        void set(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setString(index, value);
        }
    }

    static final class OfDate extends PlainCodec<LocalDate> {
        OfDate() {
            super(SqlKind.DATE);
        }

        @Override
        public @Nullable LocalDate read(ResultSet resultSet, int index) throws SQLException {
            return resultSet.getObject(index, LocalDate.class);
        }

        @Override
        void set(PreparedStatement statement, int index, LocalDate value) throws SQLException {
            statement.setObject(index, value);
        }
    }
}
