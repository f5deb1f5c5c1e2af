package dev.dovetail.type;

import org.jspecify.annotations.Nullable;

/**
 * What a basic type must know of the Java class of its values. One implementation for each way in which classes differ:
 * {@link PlainValues} for most, one each for text, bytes, decimals and times.
 */
interface Values<J> {
    Class<J> javaClass();

    Codec<J> codec(BasicType<J> type);

    default boolean same(BasicType<J> type, J a, J b) {
        return a.equals(b);
    }

    default J copy(J value) {
        return value;
    }

    default J atPrecision(BasicType<J> type, J value) {
        return value;
    }

    default @Nullable String misfit(BasicType<J> type, J value) {
        return null;
    }
}
