package dev.dovetail.dialect.postgresql;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key in the detail of an error, {@code … (columns)=(values) …}, in whatever language. Names and values stand there
 * without quotes, so that they are given only where they can be told from one another.
 *
 * @param columns the columns; none if one of them is an expression or has an odd name
 * @param values their values as the server prints them; none if they cannot be told apart
 */
record KeyDetail(List<String> columns, List<String> values) {

    static final KeyDetail NONE = new KeyDetail(List.of(), List.of());
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /**
     * Reads a detail.
     *
     * @param detail the server's words, null if the user may not see the values
     * @param tableBehind the name of a table that stands behind the key; null if none does
     */
    static KeyDetail of(@Nullable String detail, @Nullable String tableBehind) {
        String text = String.valueOf(detail);
        int middle = text.indexOf(")=(");
        int open = text.indexOf('(');
        if (detail == null || open < 0 || middle < open) {
            return NONE;
        }
        String names = text.substring(open + 1, middle);
        String behind = text.substring(middle + 3);
        // An exclusion constraint tells of the other row's key as well.
        int end = behind.indexOf("(" + names + ")=(");
        if (end < 0 && tableBehind != null) {
            end = behind.lastIndexOf(tableBehind);
        }
        end = behind.lastIndexOf(')', end < 0 ? behind.length() : end);
        List<String> columns = List.of(names.split(", ", -1));
        if (end < 0
                || !columns.stream().allMatch(name -> PLAIN_NAME.matcher(name).matches())) {
            return NONE;
        }
        String values = behind.substring(0, end);
        List<String> split = columns.size() == 1 ? List.of(values) : List.of(values.split(", ", -1));
        return new KeyDetail(columns, split.size() == columns.size() ? split : List.of());
    }
}
