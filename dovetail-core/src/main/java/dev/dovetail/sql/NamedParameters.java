package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Hand-written SQL, cut at its {@code :name} parameters. What stands in quotes or comments is left alone, and so is the
 * {@code ::} of PostgreSQL's casts.
 *
 * @param texts the pieces of text, one more than names
 * @param names the names between them
 */
public record NamedParameters(List<String> texts, List<String> names) {
    /** Copies the lists. */
    public NamedParameters {
        texts = List.copyOf(texts);
        names = List.copyOf(names);
    }

    /**
     * Cuts a text.
     *
     * @param sql the text
     * @param syntax what the database knows besides the standard
     * @return the pieces
     * @throws UsageException if there is a {@code ?} in it; code {@code DVT-SQL-RAW}
     */
    public static NamedParameters parse(String sql, Set<RawSyntax> syntax) {
        Lexer lexer = new Lexer(sql, syntax);
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int textStart = 0;
        int position = 0;
        while (position < sql.length()) {
            int next = lexer.skip(position);
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

    /**
     * Refuses a question mark in an expression, in which a colon is nothing special.
     *
     * @param sql the text
     * @param syntax what the database knows besides the standard
     * @throws UsageException if there is a {@code ?} in it; code {@code DVT-SQL-RAW}
     */
    public static void refuseQuestionMarks(String sql, Set<RawSyntax> syntax) {
        Lexer lexer = new Lexer(sql, syntax);
        int position = 0;
        while (position < sql.length()) {
            int next = lexer.skip(position);
            if (next == position && sql.charAt(position) == '?') {
                throw questionMark(position);
            }
            position = Math.max(next, position + 1);
        }
    }

    /**
     * The statements of a text, which semicolons part, without their comments. MySQL's comments that are run are none.
     *
     * @param sql the text
     * @param syntax what the database knows besides the standard
     * @return them, in order, those that are empty included
     */
    public static List<String> statements(String sql, Set<RawSyntax> syntax) {
        Lexer lexer = new Lexer(sql, syntax);
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int position = 0;
        while (position < sql.length()) {
            int next = Math.max(lexer.skip(position), position + 1);
            if (sql.startsWith("/*!", position) && syntax.contains(RawSyntax.HASH_COMMENTS)) {
                statement.append(sql.substring(position, next).replaceAll("^/\\*!\\d*|\\*/$", " "));
            } else if (next > position + 1 && "-#/".indexOf(sql.charAt(position)) >= 0) {
                statement.append(' ');
            } else if (sql.charAt(position) == ';') {
                statements.add(statement.toString());
                statement.setLength(0);
            } else {
                statement.append(sql, position, next);
            }
            position = next;
        }
        statements.add(statement.toString());
        return statements;
    }

    private static UsageException questionMark(int position) {
        return new UsageException(
                "DVT-SQL-RAW",
                "the ? at position " + (position + 1)
                        + " of hand-written SQL: name parameters, as :name, and write"
                        + " ?? for an operator that JDBC should see as ?");
    }

    // A colon that follows a name or a number stands between the bounds of a slice: [a:b].
    private static boolean startsName(String sql, int position) {
        return sql.charAt(position) == ':'
                && position + 1 < sql.length()
                && Character.isJavaIdentifierStart(sql.charAt(position + 1))
                && (position == 0 || !Character.isJavaIdentifierPart(sql.charAt(position - 1)));
    }

    /**
     * Finds the ends of what holds no parameters.
     *
     * @param sql the text
     * @param syntax what the database knows besides the standard
     */
    private record Lexer(String sql, Set<RawSyntax> syntax) {
        /** The end of what begins here and holds no parameters, or the same position. */
        int skip(int position) {
            char first = sql.charAt(position);
            return switch (first) {
                case '\'' -> afterString(position + 1, escapes(position));
                case '"' -> afterString(position + 1, has(RawSyntax.BACKSLASH_ESCAPES));
                case '`' -> has(RawSyntax.BACKTICKS) ? after(position + 1, "`") : position;
                case '[' -> has(RawSyntax.BRACKETS) ? after(position + 1, "]") : position;
                case '$' -> has(RawSyntax.DOLLAR_QUOTES) ? afterDollars(position) : position;
                case '-' -> startsLineComment(position) ? after(position, "\n") : position;
                case '#' -> has(RawSyntax.HASH_COMMENTS) ? after(position, "\n") : position;
                case '/' -> sql.startsWith("/*", position) ? afterComment(position) : position;
                case ':' -> sql.startsWith("::", position) ? position + 2 : position;
                case '?' -> sql.startsWith("??", position) ? position + 2 : position;
                default -> position;
            };
        }

        private boolean has(RawSyntax feature) {
            return syntax.contains(feature);
        }

        private boolean escapes(int quote) {
            return has(RawSyntax.BACKSLASH_ESCAPES)
                    || (has(RawSyntax.ESCAPE_STRINGS)
                            && quote > 0
                            && (sql.charAt(quote - 1) == 'E' || sql.charAt(quote - 1) == 'e')
                            && (quote == 1 || !Character.isJavaIdentifierPart(sql.charAt(quote - 2))));
        }

        private int afterString(int start, boolean escapes) {
            char quote = sql.charAt(start - 1);
            for (int position = start; position < sql.length(); position++) {
                if (escapes && sql.charAt(position) == '\\') {
                    position++;
                } else if (sql.charAt(position) == quote) {
                    if (!doubled(position, quote)) {
                        return position + 1;
                    }
                    position++;
                }
            }
            return sql.length();
        }

        private boolean doubled(int position, char quote) {
            return position + 1 < sql.length() && sql.charAt(position + 1) == quote;
        }

        private boolean startsLineComment(int position) {
            return sql.startsWith("--", position)
                    && (!has(RawSyntax.HASH_COMMENTS)
                            || position + 2 == sql.length()
                            || sql.charAt(position + 2) <= ' ');
        }

        private int afterComment(int start) {
            int depth = 0;
            for (int position = start; position < sql.length(); position++) {
                if (sql.startsWith("/*", position) && (depth == 0 || has(RawSyntax.NESTED_COMMENTS))) {
                    depth++;
                    position++;
                } else if (sql.startsWith("*/", position)) {
                    depth--;
                    position++;
                    if (depth == 0) {
                        return position + 1;
                    }
                }
            }
            return sql.length();
        }

        private int afterDollars(int start) {
            if (start > 0 && Character.isJavaIdentifierPart(sql.charAt(start - 1))) {
                return start;
            }
            int tagEnd = start + 1;
            while (tagEnd < sql.length()
                    && sql.charAt(tagEnd) != '$'
                    && Character.isJavaIdentifierPart(sql.charAt(tagEnd))) {
                tagEnd++;
            }
            boolean tag = tagEnd < sql.length()
                    && sql.charAt(tagEnd) == '$'
                    && (tagEnd == start + 1 || !Character.isDigit(sql.charAt(start + 1)));
            return tag ? after(tagEnd + 1, sql.substring(start, tagEnd + 1)) : start;
        }

        private int after(int position, String end) {
            int found = sql.indexOf(end, position);
            return found < 0 ? sql.length() : found + end.length();
        }
    }
}
