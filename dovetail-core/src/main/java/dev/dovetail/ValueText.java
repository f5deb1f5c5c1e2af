package dev.dovetail;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values and names look in messages and in logs: close to SQL, and never longer than a reader can use. */
public final class ValueText {

    private static final int MAX_CHARACTERS = 64;
    private static final int MAX_BYTES = 8;
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private ValueText() {}

    /**
     * One value: strings in quotes and cut at 64 characters, bytes as their number and the first 8 in hexadecimal,
     * collections as their size.
     *
     * @param value the value
     * @return its text
     */
    public static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            int size = value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
            return value.getClass().getSimpleName() + "[" + size + "]";
        }
        return String.valueOf(value);
    }

    /**
     * Some values in parentheses, as a row of parameters is written.
     *
     * @param values the values
     * @return such as {@code (1, 'C1')}
     */
    public static String row(Iterable<? extends @Nullable Object> values) {
        StringJoiner joiner = new StringJoiner(", ", "(", ")");
        for (Object value : values) {
            joiner.add(of(value));
        }
        return joiner.toString();
    }

    /**
     * A key: one value as it is, several in parentheses.
     *
     * @param values the values of the key
     * @return such as {@code 7} or {@code (7, 'x')}
     */
    public static String key(Collection<? extends @Nullable Object> values) {
        if (values.size() == 1) {
            Iterator<? extends @Nullable Object> only = values.iterator();
            return of(only.next());
        }
        return row(values);
    }

    /**
     * Several keys, separated by commas.
     *
     * @param keys the keys
     * @return such as {@code 10, 11, 14}
     */
    static String keys(List<? extends List<? extends @Nullable Object>> keys) {
        StringJoiner joiner = new StringJoiner(", ");
        keys.forEach(key -> joiner.add(key(key)));
        return joiner.toString();
    }

    /**
     * A name of a table, column or constraint as the model has it, in quotes only where it would be misread without.
     *
     * @param name the name
     * @return such as {@code child} or {@code "odd name"}
     */
    public static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : '"' + oneLine(name.replace("\"", "\"\"")) + '"';
    }

    /**
     * Several names in parentheses.
     *
     * @param names the names
     * @return such as {@code (order_id, number)}
     */
    public static String names(List<String> names) {
        return "(" + String.join(", ", names.stream().map(ValueText::name).toList()) + ")";
    }

    private static String quoted(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_CHARACTERS) {
            return "'" + escaped(text) + "'";
        }
        String head = text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS));
        return "'" + escaped(head) + "\u2026' (" + text.length() + " characters)";
    }

    private static String escaped(String text) {
        return oneLine(text.replace("'", "''"));
    }

    // A line break in a value or a name would let data write lines of its own into a log.
    static String oneLine(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                default -> {
                    if (Character.isISOControl(c) || breaksOrTurns(c) || isHalf(text, i)) {
                        result.append(String.format("\\u%04x", (int) c));
                    } else {
                        result.append(c);
                    }
                }
            }
        }
        return result.toString();
    }

    // The separators of Unicode, and what turns the direction of the text around.
    private static boolean breaksOrTurns(char c) {
        return c == 0x2028 || c == 0x2029 || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    // Half of a surrogate pair becomes a question mark where the text is encoded.
    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static String bytes(byte[] bytes) {
        int shown = Math.min(bytes.length, MAX_BYTES);
        return "byte[" + bytes.length + "] 0x" + HexFormat.of().formatHex(bytes, 0, shown)
                + (shown < bytes.length ? "\u2026" : "");
    }
}
