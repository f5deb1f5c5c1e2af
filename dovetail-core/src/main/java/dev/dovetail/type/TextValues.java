package dev.dovetail.type;

import java.sql.PreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * Text; its length counts code points, as PostgreSQL and MySQL count it, not UTF-16 units. Text of a fixed length is held
 * without the spaces at its end, which some databases add and others take away.
 */
record TextValues() implements Values<String> {
    @Override
    public Class<String> javaClass() {
        return String.class;
    }

    @Override
    public Codec<String> codec(BasicType<String> type) {
        Codec<String> codec = type.kind() == SqlKind.CHAR
                ? Codec.of(type.kind().jdbcType(), (rs, i) -> stripped(rs.getString(i)), PreparedStatement::setString)
                : new PlainCodec.OfText(type.kind());
        return codec.refusing(TextValues::malformed);
    }

    @Override
    public boolean same(BasicType<String> type, String a, String b) {
        return atPrecision(type, a).equals(atPrecision(type, b));
    }

    @Override
    public String atPrecision(BasicType<String> type, String value) {
        return type.kind() == SqlKind.CHAR ? String.valueOf(stripped(value)) : value;
    }

    private static @Nullable String stripped(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }

    @Override
    public @Nullable String misfit(BasicType<String> type, String value) {
        String malformed = malformed(value);
        if (malformed != null || type.length().isEmpty()) {
            return malformed;
        }
        String kept = atPrecision(type, value);
        int characters = kept.codePointCount(0, kept.length());
        return characters <= type.length().getAsInt()
                ? null
                : type + " cannot hold a text of " + characters + " characters";
    }

    /** Why a text cannot be held by any database, null if it can: drivers would put a question mark for half of a pair. */
    static @Nullable String malformed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "the text has half of a surrogate pair at position " + (i + 1) + ", which UTF-8 cannot hold";
            }
        }
        return null;
    }
}
