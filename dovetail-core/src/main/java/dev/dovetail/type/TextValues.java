package dev.dovetail.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Text; its length counts code points, as PostgreSQL and MySQL count it, not UTF-16 units. */
record TextValues() implements Values<String> {
    @Override
    public Class<String> javaClass() {
        return String.class;
    }

    @Override
    public Codec<String> codec(SqlKind kind) {
        return new StandardCodecs.Standard<>(kind.jdbcType(), ResultSet::getString, PreparedStatement::setString);
    }

    @Override
    public @Nullable String misfit(BasicType<String> type, String value) {
        if (type.length().isEmpty() || value.length() <= type.length().getAsInt()) {
            return null;
        }
        int characters = value.codePointCount(0, value.length());
        return characters <= type.length().getAsInt()
                ? null
                : type + " cannot hold a text of " + characters + " characters";
    }
}
