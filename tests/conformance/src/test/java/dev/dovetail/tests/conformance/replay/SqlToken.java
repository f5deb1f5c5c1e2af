package dev.dovetail.tests.conformance.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, number, quoted text or sign of SQL; a text keeps its quotes. */
record SqlToken(String text) {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|`[^`]*`|'(?:[^']|'')*'|[A-Za-z_][A-Za-z_0-9]*|[0-9]+(?:\\.[0-9]+)?|<>|<=|>=|!=|.)");

    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql.strip());
        while (matcher.lookingAt()) {
            tokens.add(new SqlToken(matcher.group(1)));
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        return tokens;
    }

    boolean is(String word) {
        return text.toUpperCase(Locale.ROOT).equals(word);
    }

    boolean number() {
        return Character.isDigit(text.charAt(0));
    }

    boolean quotedText() {
        return text.charAt(0) == '\'';
    }

    /** {@return the name without its quotes} */
    String name() {
        char first = text.charAt(0);
        return first == '"' || first == '`' ? text.substring(1, text.length() - 1) : text;
    }
}
