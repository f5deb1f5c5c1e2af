package dev.dovetail.benchmarks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** How a time without zone goes through JDBC: SQLite's driver does not know LocalDateTime, and SQLite keeps text. */
public enum Times {
    /** As JDBC 4.2 says. */
    OBJECT {
        @Override
        public void set(PreparedStatement statement, int index, LocalDateTime time) throws SQLException {
            statement.setObject(index, time);
        }

        @Override
        public LocalDateTime get(ResultSet rows, int index) throws SQLException {
            return rows.getObject(index, LocalDateTime.class);
        }
    },
    /** As SQLite's own functions write it. */
    TEXT {
        @Override
        public void set(PreparedStatement statement, int index, LocalDateTime time) throws SQLException {
            statement.setString(index, WRITTEN.format(time));
        }

        @Override
        public LocalDateTime get(ResultSet rows, int index) throws SQLException {
            return LocalDateTime.parse(rows.getString(index), WRITTEN);
        }
    };

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** The way for a database. */
    public static Times of(Place place) {
        return place.isSqlite() ? TEXT : OBJECT;
    }

    /** Binds a time. */
    public abstract void set(PreparedStatement statement, int index, LocalDateTime time) throws SQLException;

    /** Reads a time. */
    public abstract LocalDateTime get(ResultSet rows, int index) throws SQLException;
}
