package dev.dovetail.integrity;

import dev.dovetail.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as a database prints them in its error. They tell which of several rows was meant, and stand for values that the
 * statement does not have, where their type has one way to be printed.
 */
final class PrintedValues {

    private PrintedValues() {}

    /** Whether the database may have meant these values; without a doubt only if it is not another's text. */
    static boolean mayBe(List<String> printed, List<? extends @Nullable Object> values) {
        if (printed.size() != values.size()) {
            return true;
        }
        for (int i = 0; i < printed.size(); i++) {
            Object value = values.get(i);
            if (isPlain(value) && !same(printed.get(i), String.valueOf(value))) {
                return false;
            }
        }
        return true;
    }

    // Some databases pad or cut text, and may compare it without case.
    private static boolean same(String printed, String value) {
        return printed.strip().equalsIgnoreCase(value.strip());
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof UUID;
    }

    /** The values as those of columns; empty if one of them cannot be read back. */
    static List<Object> read(List<String> printed, List<Column<?>> columns) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < printed.size() && printed.size() == columns.size(); i++) {
            Object value = read(printed.get(i), columns.get(i).type().javaClass());
            if (value == null) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    /** A value of a class; null if the text is none. */
    static @Nullable Object read(String printed, Class<?> type) {
        try {
            if (type == String.class) {
                return printed;
            }
            if (type == Integer.class) {
                return Integer.valueOf(printed);
            }
            if (type == Long.class) {
                return Long.valueOf(printed);
            }
            if (type == Short.class) {
                return Short.valueOf(printed);
            }
            if (type == BigDecimal.class) {
                return new BigDecimal(printed);
            }
            return type == UUID.class ? UUID.fromString(printed) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
