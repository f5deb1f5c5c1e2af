package dev.dovetail.dialect.sqlite;

import dev.dovetail.UsageException;
import java.sql.SQLDataException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Times as SQLite's own functions write them, {@code 2019-01-02 06:16:56.25}: text that sorts as the times do and that
 * can be compared with CURRENT_TIMESTAMP. Moments are written in UTC, as CURRENT_TIMESTAMP is, and without an offset,
 * after which fractions of different length would no longer sort. Reading also takes a T between day and time, an
 * offset, and a time without seconds, for rows that others wrote.
 */
final class SqliteTimes {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[' ']['T']")
            .append(TIME)
            .appendPattern("[XXX]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private SqliteTimes() {}

    static String text(LocalDate day) {
        return inRange(day, day.getYear()).toString();
    }

    static String text(LocalTime time) {
        return TIME.format(time);
    }

    static String text(LocalDateTime time) {
        return WRITTEN.format(inRange(time, time.getYear()));
    }

    static String text(OffsetDateTime moment) {
        return text(moment.toInstant());
    }

    static String text(Instant moment) {
        try {
            LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
            return WRITTEN.format(inRange(utc, utc.getYear()));
        } catch (DateTimeException e) {
            throw outOfRange(moment);
        }
    }

    static LocalDate day(String text) throws SQLDataException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw SqliteCodecs.unreadable(text, "day");
        }
    }

    static LocalTime time(String text) throws SQLDataException {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw SqliteCodecs.unreadable(text, "time of day");
        }
    }

    static LocalDateTime dateTime(String text) throws SQLDataException {
        try {
            return LocalDateTime.parse(text, READ);
        } catch (DateTimeException e) {
            throw SqliteCodecs.unreadable(text, "day and time");
        }
    }

    static OffsetDateTime moment(String text) throws SQLDataException {
        try {
            TemporalAccessor parsed = READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime moment
                    ? moment.withOffsetSameInstant(ZoneOffset.UTC)
                    : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw SqliteCodecs.unreadable(text, "moment");
        }
    }

    // Other years have a sign or more digits, and would not sort.
    private static <T> T inRange(T value, int year) {
        if (year < 0 || year > 9999) {
            throw outOfRange(value);
        }
        return value;
    }

    private static UsageException outOfRange(Object value) {
        return new UsageException(
                "DVT-TYPE-FIT", "SQLite holds times as text of the years 0000 to 9999, which " + value + " is not in");
    }
}
