package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as a literal, for defaults in DDL: the only place where a value becomes text of SQL. What is written is
 * what the type's codec would bind, so that a default is the same value as one that is inserted.
 */
final class Literals {
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd ")
            .append(TIME)
            .toFormatter();
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DATE_TIME)
            .appendPattern("xxx")
            .toFormatter();

    private Literals() {}

    static <J> String literal(Dialect dialect, Type<J> type, Object constant) {
        J value = type.javaClass().cast(constant);
        String literal = literal(dialect, bound(dialect, type, type.atPrecision(value)));
        if (literal == null) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    "a value of " + type + " cannot be written as a literal for " + dialect.name()
                            + "; give the default as SQL, with defaultSql");
        }
        return literal;
    }

    private static @Nullable String literal(Dialect dialect, @Nullable Object bound) {
        if (bound == null) {
            return "NULL";
        } else if (bound instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        } else if (WHOLE_NUMBERS.contains(bound.getClass())) {
            return bound.toString();
        } else if (bound instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (bound instanceof Double || bound instanceof Float) {
            return Double.isFinite(((Number) bound).doubleValue()) ? bound.toString() : null;
        } else if (bound instanceof byte[] bytes) {
            return dialect.bytesLiteral(bytes);
        }
        String text = text(bound);
        return text == null ? null : dialect.textLiteral(text);
    }

    private static @Nullable String text(Object bound) {
        if (bound instanceof String || bound instanceof UUID || bound instanceof LocalDate) {
            return bound.toString();
        } else if (bound instanceof LocalTime time) {
            return TIME.format(time);
        } else if (bound instanceof LocalDateTime time) {
            return DATE_TIME.format(time);
        }
        return bound instanceof OffsetDateTime moment ? MOMENT.format(moment) : null;
    }

    /** What the codec would give to the driver: the last argument of {@code set…(index, value, …)}, or null for NULL. */
    private static <J> @Nullable Object bound(Dialect dialect, Type<J> type, J value) {
        Object[] bound = {Literals.class};
        PreparedStatement statement = (PreparedStatement) Proxy.newProxyInstance(
                Literals.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().startsWith("set")) {
                        throw new SQLException("a literal has no connection");
                    }
                    bound[0] = method.getName().equals("setNull") ? null : arguments[1];
                    return null;
                });
        try {
            dialect.codec(type).bind(statement, 1, value);
            return bound[0];
        } catch (SQLException e) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    "a value of " + type + " cannot be written as a literal for " + dialect.name()
                            + "; give the default as SQL, with defaultSql",
                    e);
        }
    }
}
