package dev.dovetail.preview;

import dev.dovetail.sql.Row;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of keys as they are compared in memory: numbers of any class by their value, bytes by their content. */
final class KeyValues {

    private KeyValues() {}

    /** The first values of a row. NULL is like no other value, but here it stands for itself. */
    static List<Object> of(Row row, int size) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(Objects.requireNonNullElse(of(row.get(i)), Missing.VALUE));
        }
        return values;
    }

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    private enum Missing {
        VALUE
    }
}
