package dev.dovetail.type;

import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.BIG_INTEGER;
import static dev.dovetail.type.Types.BLOB;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.REAL;
import static dev.dovetail.type.Types.SMALLINT;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The standard codecs, as far as SQLite's driver follows the JDBC specification. */
class CodecTest {
    private static <J> @Nullable J roundTrip(Type<J> type, @Nullable J value) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
            type.codec().bind(statement, 1, value);
            try (ResultSet resultSet = statement.executeQuery()) {
                resultSet.next();
                return type.codec().read(resultSet, 1);
            }
        }
    }

    @Test
    void valuesComeBack() throws SQLException {
        assertThat(roundTrip(BOOLEAN, true)).isTrue();
        assertThat(roundTrip(SMALLINT, Short.MIN_VALUE)).isEqualTo(Short.MIN_VALUE);
        assertThat(roundTrip(INTEGER, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(roundTrip(BIGINT, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(roundTrip(REAL, 1.5f)).isEqualTo(1.5f);
        assertThat(roundTrip(DOUBLE, 0.1)).isEqualTo(0.1);
        assertThat(roundTrip(TEXT, "a\ud83d\ude00'")).isEqualTo("a\ud83d\ude00'");
        assertThat(roundTrip(BLOB, new byte[] {0, -1})).containsExactly(0, -1);
        assertThat(roundTrip(BIG_INTEGER, BigInteger.valueOf(12))).isEqualTo(BigInteger.valueOf(12));
    }

    @Test
    void nullIsNullAndNotZero() throws SQLException {
        assertThat(roundTrip(BOOLEAN, null)).isNull();
        assertThat(roundTrip(INTEGER, null)).isNull();
        assertThat(roundTrip(DOUBLE, null)).isNull();
        assertThat(roundTrip(TEXT, null)).isNull();
        assertThat(roundTrip(BIG_INTEGER, null)).isNull();
    }

    @Test
    void enumsGoByTheirName() throws SQLException {
        Type<TimeUnit> type = Types.enumByName(TimeUnit.class);
        assertThat(roundTrip(type, TimeUnit.DAYS)).isEqualTo(TimeUnit.DAYS);
        assertThat(roundTrip(type, null)).isNull();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                ResultSet resultSet = connection.createStatement().executeQuery("SELECT 'WEEKS'")) {
            resultSet.next();
            assertThatThrownBy(() -> type.codec().read(resultSet, 1))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("'WEEKS' names no TimeUnit; there are [NANOSECONDS, ");
        }
    }
}
