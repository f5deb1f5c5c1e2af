package dev.dovetail.catalogue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A row of a catalogue, read column by column from the left: the order of the calls is that of the columns. Drivers give
 * a catalogue's values in different classes, which makes no difference here. Not thread-safe.
 */
public final class CatalogueRow {
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private final List<@Nullable Object> values;
    private int next;

    /**
     * Begins before the first column.
     *
     * @param values the values as the driver gives them
     */
    public CatalogueRow(List<@Nullable Object> values) {
        this.values = values;
    }

    /**
     * Reads a text.
     *
     * @return the text, null for NULL
     */
    public @Nullable String textOrNull() {
        Object value = values.get(next++);
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value == null ? null : value.toString();
    }

    /**
     * Reads a text that is not NULL.
     *
     * @return the text
     */
    public String text() {
        return Objects.requireNonNull(textOrNull(), () -> "NULL in column " + next + " of " + values);
    }

    /**
     * Reads a number.
     *
     * @return the number, null for NULL
     */
    public @Nullable Long numberOrNull() {
        Object value = values.get(next++);
        return value == null ? null : Long.valueOf(longOf(value));
    }

    /**
     * Reads a number.
     *
     * @return the number, 0 for NULL
     */
    public int number() {
        return (int) longNumber();
    }

    /**
     * Reads a number that may be great; one that is too great for a long counts as the greatest of them.
     *
     * @return the number, 0 for NULL
     */
    public long longNumber() {
        Object value = values.get(next++);
        return value == null ? 0 : longOf(value);
    }

    /**
     * Reads a number that may be missing.
     *
     * @return the number, empty for NULL
     */
    public OptionalLong optionalLong() {
        Object value = values.get(next++);
        return value == null ? OptionalLong.empty() : OptionalLong.of(longOf(value));
    }

    private static long longOf(Object value) {
        BigDecimal number = new BigDecimal(value.toString());
        return number.min(GREATEST).max(SMALLEST).longValue();
    }

    /**
     * Reads yes or no.
     *
     * @return true for TRUE, a number other than 0, and the words yes and true
     */
    public boolean flag() {
        Object value = values.get(next++);
        if (value instanceof Number number) {
            return number.intValue() != 0;
        }
        String word = String.valueOf(value).toLowerCase(Locale.ROOT);
        return word.equals("true") || word.equals("yes") || word.equals("t");
    }
}
