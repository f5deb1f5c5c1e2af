package dev.dovetail.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes: mutable, and compared by content. */
record ByteValues() implements Values<byte[]> {
    @Override
    public Class<byte[]> javaClass() {
        return byte[].class;
    }

    @Override
    public Codec<byte[]> codec(BasicType<byte[]> type) {
        return Codec.of(type.kind().jdbcType(), ResultSet::getBytes, PreparedStatement::setBytes);
    }

    @Override
    public boolean same(BasicType<byte[]> type, byte[] a, byte[] b) {
        return Arrays.equals(a, b);
    }

    @Override
    public byte[] copy(byte[] value) {
        return value.clone();
    }

    @Override
    public @Nullable String misfit(BasicType<byte[]> type, byte[] value) {
        return type.length().isEmpty() || value.length <= type.length().getAsInt()
                ? null
                : type + " cannot hold " + value.length + " bytes";
    }
}
