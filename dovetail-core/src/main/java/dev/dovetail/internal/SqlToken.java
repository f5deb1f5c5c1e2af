package dev.dovetail.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of an SQL text.
 *
 * @param kind what it is
 * @param text as it stands there, quotes included
 * @param start where it begins in the text
 * @param end where it ends
 */
public record SqlToken(Kind kind, String text, int start, int end) {
    /** What a token is. */
    public enum Kind {
        /** A key word, or a name without quotes. */
        WORD,
        /** A name in quotes. */
        NAME,
        /** A text in quotes. */
        STRING,
        /** A number. */
        NUMBER,
        /** An operator or a sign. */
        SYMBOL
    }

    private static final List<String> LONG_SYMBOLS =
            List.of("!~~*", "!~~", "~~*", "->>", "||", "<=", ">=", "<>", "!=", "::", "~~", "->", "==", "<<", ">>");

    /**
     * Cuts a text into its words. Comments are left out. What is in quotes stays whole, and what does not end goes to the
     * end of the text.
     *
     * @param sql the text
     * @return the words, in order
     */
    public static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char first = sql.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = after(sql, "\n", at);
            } else if (sql.startsWith("/*", at)) {
                at = after(sql, "*/", at + 2);
            } else {
                SqlToken token = next(sql, at, first);
                tokens.add(token);
                at = token.end();
            }
        }
        return tokens;
    }

    private static SqlToken next(String sql, int at, char first) {
        if (first == '\'') {
            return token(Kind.STRING, sql, at, quoted(sql, at, '\''));
        }
        if (first == '"' || first == '`' || first == '[' && isBracketedName(sql, at)) {
            return token(Kind.NAME, sql, at, quoted(sql, at, first == '[' ? ']' : first));
        }
        if (Character.isDigit(first) || first == '.' && isDigit(sql, at + 1)) {
            return token(Kind.NUMBER, sql, at, number(sql, at));
        }
        if (isPart(first)) {
            int end = at;
            while (end < sql.length() && (isPart(sql.charAt(end)) || Character.isDigit(sql.charAt(end)))) {
                end++;
            }
            return token(Kind.WORD, sql, at, end);
        }
        for (String symbol : LONG_SYMBOLS) {
            if (sql.startsWith(symbol, at)) {
                return token(Kind.SYMBOL, sql, at, at + symbol.length());
            }
        }
        return token(Kind.SYMBOL, sql, at, at + 1);
    }

    private static SqlToken token(Kind kind, String sql, int start, int end) {
        return new SqlToken(kind, sql.substring(start, end), start, end);
    }

    private static int after(String sql, String end, int at) {
        int found = sql.indexOf(end, at);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static int quoted(String sql, int at, char close) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != close) {
                end++;
            } else if (close != ']' && end + 1 < sql.length() && sql.charAt(end + 1) == close) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return end;
    }

    // SQLite takes [name]; elsewhere [ is for arrays, behind a word or a bracket.
    private static boolean isBracketedName(String sql, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(sql.charAt(before))) {
            before--;
        }
        return before < at - 1 || before < 0 || "(,.".indexOf(sql.charAt(before)) >= 0;
    }

    private static int number(String sql, int at) {
        int end = at;
        while (end < sql.length()) {
            char character = sql.charAt(end);
            boolean sign = (character == '-' || character == '+')
                    && end > at
                    && Character.toLowerCase(sql.charAt(end - 1)) == 'e'
                    && isDigit(sql, end + 1);
            if (!sign && character != '.' && !Character.isLetterOrDigit(character)) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isDigit(String sql, int at) {
        return at < sql.length() && Character.isDigit(sql.charAt(at));
    }

    private static boolean isPart(char character) {
        return Character.isJavaIdentifierStart(character) && character != '\0';
    }

    /**
     * The name, or the text, that the token means: without its quotes.
     *
     * @return the content
     */
    public String value() {
        if (kind != Kind.NAME && kind != Kind.STRING || text.length() < 2) {
            return text;
        }
        char close = text.charAt(text.length() - 1);
        String inner = text.substring(1, text.length() - 1);
        return close == ']' ? inner : inner.replace("" + close + close, String.valueOf(close));
    }

    /**
     * Whether the token is a word or sign; case does not matter. A name in quotes is none.
     *
     * @param word the word
     * @return true if it is
     */
    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
}
