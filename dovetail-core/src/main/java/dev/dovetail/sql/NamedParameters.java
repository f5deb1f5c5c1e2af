package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * Hand-written SQL, cut at its {@code :name} parameters. What stands in quotes or comments is left alone, and so is the
 * {@code ::} of PostgreSQL's casts.
 *
 * @param texts the pieces of text, one more than names
 * @param names the names between them
 */
record NamedParameters(List<String> texts, List<String> names) {
    NamedParameters {
        texts = List.copyOf(texts);
        names = List.copyOf(names);
    }

    static NamedParameters parse(String sql) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int textStart = 0;
        int position = 0;
        while (position < sql.length()) {
            int next = skip(sql, position);
            if (next > position) {
                position = next;
            } else if (startsName(sql, position)) {
                int end = position + 1;
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                texts.add(sql.substring(textStart, position));
                names.add(sql.substring(position + 1, end));
                position = end;
                textStart = end;
            } else if (sql.charAt(position) == '?') {
                throw questionMark(position);
            } else {
                position++;
            }
        }
        texts.add(sql.substring(textStart));
        return new NamedParameters(texts, names);
    }

    /** The same for an expression, in which a colon is nothing special. */
    static void refuseQuestionMarks(String sql) {
        int position = 0;
        while (position < sql.length()) {
            int next = skip(sql, position);
            if (next == position && sql.charAt(position) == '?') {
                throw questionMark(position);
            }
            position = Math.max(next, position + 1);
        }
    }

    private static UsageException questionMark(int position) {
        return new UsageException(
                "DVT-SQL-RAW",
                "the ? at position " + (position + 1)
                        + " of hand-written SQL: name parameters, as :name, and write"
                        + " ?? for an operator that JDBC should see as ?");
    }

    /** The end of what begins here and holds no parameters, or the same position. */
    private static int skip(String sql, int position) {
        char first = sql.charAt(position);
        return switch (first) {
            case '\'', '"', '`' -> after(sql, position + 1, String.valueOf(first));
            case '-' -> sql.startsWith("--", position) ? after(sql, position, "\n") : position;
            case '/' -> sql.startsWith("/*", position) ? after(sql, position + 2, "*/") : position;
            case ':' -> sql.startsWith("::", position) ? position + 2 : position;
            case '?' -> sql.startsWith("??", position) ? position + 2 : position;
            default -> position;
        };
    }

    private static int after(String sql, int position, String end) {
        int found = sql.indexOf(end, position);
        return found < 0 ? sql.length() : found + end.length();
    }

    // A colon that follows a name or a number stands between the bounds of a slice: [a:b].
    private static boolean startsName(String sql, int position) {
        return sql.charAt(position) == ':'
                && position + 1 < sql.length()
                && Character.isJavaIdentifierStart(sql.charAt(position + 1))
                && (position == 0 || !Character.isJavaIdentifierPart(sql.charAt(position - 1)));
    }
}
