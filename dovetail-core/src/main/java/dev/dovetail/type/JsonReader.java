package dev.dovetail.type;

import dev.dovetail.UsageException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a document of JSON and writes it in the form of {@link Json}. */
final class JsonReader {
    private static final int DEEPEST = 500;
    private static final int LONGEST_PLAIN_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

    private final String text;
    private int position;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static String canonical(String text) {
        JsonReader reader = new JsonReader(text);
        StringBuilder out = new StringBuilder(text.length());
        reader.space();
        reader.value(out);
        reader.space();
        if (reader.position < text.length()) {
            throw reader.unexpected();
        }
        return out.toString();
    }

    private void value(StringBuilder out) {
        switch (peek()) {
            case '{' -> object(out);
            case '[' -> array(out);
            case '"' -> quote(string(), out);
            case 't' -> word("true", out);
            case 'f' -> word("false", out);
            case 'n' -> word("null", out);
            default -> number(out);
        }
    }

    private void object(StringBuilder out) {
        Map<String, String> members = new TreeMap<>();
        enter();
        boolean first = true;
        while (more('}', first)) {
            if (peek() != '"') {
                throw unexpected();
            }
            String name = string();
            space();
            expect(':');
            space();
            StringBuilder member = new StringBuilder();
            value(member);
            members.put(name, member.toString());
            first = false;
        }
        out.append('{');
        members.forEach((name, member) -> {
            out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
            quote(name, out);
            out.append(':').append(member);
        });
        out.append('}');
    }

    private void array(StringBuilder out) {
        out.append('[');
        enter();
        boolean first = true;
        while (more(']', first)) {
            out.append(first ? "" : ",");
            value(out);
            first = false;
        }
        out.append(']');
    }

    private void enter() {
        position++;
        if (++depth > DEEPEST) {
            throw wrong("nests deeper than " + DEEPEST + " levels");
        }
    }

    /** Goes to the next element, past the comma before it; or past the end, and says false. */
    private boolean more(char end, boolean first) {
        space();
        if (peek() == end) {
            position++;
            depth--;
            return false;
        }
        if (!first) {
            expect(',');
            space();
        }
        return true;
    }

    private String string() {
        StringBuilder content = new StringBuilder();
        position++;
        while (peek() != '"') {
            char c = text.charAt(position++);
            if (c < ' ') {
                position--;
                throw unexpected();
            }
            content.append(c == '\\' ? escaped() : c);
        }
        position++;
        String malformed = TextValues.malformed(content.toString());
        if (malformed != null) {
            throw wrong(malformed);
        }
        return content.toString();
    }

    private char escaped() {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> {
                position--;
                throw unexpected();
            }
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw unexpected();
            }
            unit = unit * 16 + digit;
            position++;
        }
        return (char) unit;
    }

    private void number(StringBuilder out) {
        Matcher number = NUMBER.matcher(text).region(position, text.length());
        if (!number.lookingAt()) {
            throw unexpected();
        }
        position = number.end();
        BigDecimal shortest = new BigDecimal(number.group()).stripTrailingZeros();
        boolean plain = Math.abs((long) shortest.scale()) < LONGEST_PLAIN_NUMBER;
        out.append(plain ? shortest.toPlainString() : shortest.toString());
    }

    private void word(String word, StringBuilder out) {
        if (!text.startsWith(word, position)) {
            throw unexpected();
        }
        position += word.length();
        out.append(word);
    }

    private static void quote(String content, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }

    private void space() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected();
        }
        position++;
    }

    private char peek() {
        if (position >= text.length()) {
            throw wrong("ends too early");
        }
        return text.charAt(position);
    }

    private UsageException unexpected() {
        return wrong("has something unexpected");
    }

    // The text itself may be secret.
    private UsageException wrong(String what) {
        return new UsageException(
                "DVT-TYPE-JSON",
                "the text of " + text.length() + " characters is no JSON: it " + what + " at position "
                        + (position + 1));
    }
}
