package dev.dovetail.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Codecs for drivers that do what the JDBC specification (4.2, appendix B) says. */
final class StandardCodecs {
    private StandardCodecs() {}

    static <J> Codec<J> codec(BasicType<J> type) {
        return type.standardCodec();
    }

    /** Adds to a reader and a binder what they have in common: NULL. */
    record Standard<J>(int jdbcType, Codec.Reader<J> reader, Codec.Binder<J> binder) implements Codec<J> {
        @Override
        public @Nullable J read(ResultSet resultSet, int index) throws SQLException {
            J value = reader.read(resultSet, index);
            return value == null || resultSet.wasNull() ? null : value;
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException {
            if (value == null) {
                statement.setNull(index, jdbcType);
            } else {
                binder.bind(statement, index, value);
            }
        }
    }
}
