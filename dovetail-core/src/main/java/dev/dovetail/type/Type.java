package dev.dovetail.type;

import dev.dovetail.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column or an expression: its Java class, its SQL type, and what the database takes for equal.
 * Immutable and thread-safe; two types that say the same are equal.
 *
 * @param <J> the Java class of the values
 */
public abstract sealed class Type<J> permits BasicType, ConvertedType {
    Type() {}

    /**
     * The Java class of the values.
     *
     * @return the class; never a primitive
     */
    public abstract Class<J> javaClass();

    /**
     * The type in which the database holds the values.
     *
     * @return this type, or the one it is converted to
     */
    public abstract BasicType<?> storage();

    /**
     * Whether the database would hold the same for both values: numbers by value, bytes by content, times at the
     * precision of the type.
     *
     * @param a a value or null
     * @param b a value or null
     * @return whether writing one over the other changes nothing
     */
    public final boolean same(@Nullable J a, @Nullable J b) {
        if (a == null || b == null) {
            return a == b;
        }
        return a == b || sameValues(a, b);
    }

    abstract boolean sameValues(J a, J b);

    /**
     * A copy that does not change when the value is changed in place.
     *
     * @param value a value or null
     * @return the copy; the value itself where its class is immutable
     */
    public final @Nullable J snapshot(@Nullable J value) {
        return value == null ? null : copy(value);
    }

    abstract J copy(J value);

    /**
     * The value at the precision of the type: times are cut, never rounded, to the fraction of a second that the
     * column keeps, so that every database stores the same. All other values come back as they are.
     *
     * @param value a value
     * @return the value as it is bound
     */
    public abstract J atPrecision(J value);

    /**
     * Says why a value cannot be held without losing a part of it.
     *
     * @param value a value
     * @return the reason, such as {@code "VARCHAR(3) cannot hold a text of 4 characters"}, or null if it fits
     */
    public abstract @Nullable String misfit(J value);

    /**
     * Refuses a value that cannot be held without losing a part of it.
     *
     * @param value a value or null, which always fits the type
     * @throws UsageException if the value does not fit; code {@code DVT-TYPE-FIT}
     */
    public final void check(@Nullable J value) {
        String misfit = value == null ? null : misfit(value);
        if (misfit != null) {
            throw new UsageException("DVT-TYPE-FIT", misfit);
        }
    }

    /**
     * Takes a value whose class is not known to the compiler.
     *
     * @param value an instance of the type's Java class, or null
     * @return the same value
     * @throws UsageException if it is of another class; code {@code DVT-TYPE-CLASS}
     */
    public final @Nullable J cast(@Nullable Object value) {
        if (value != null && !javaClass().isInstance(value)) {
            throw new UsageException(
                    "DVT-TYPE-CLASS",
                    this + " takes " + javaClass().getName() + ", not "
                            + value.getClass().getName());
        }
        return javaClass().cast(value);
    }

    /**
     * The codec for plain JDBC, for drivers that follow the JDBC specification.
     *
     * @return the standard codec
     */
    public final Codec<J> codec() {
        return codec(StandardCodecs::codec);
    }

    /**
     * The codec built on a dialect's codecs for basic types.
     *
     * @param source gives the codec of a basic type
     * @return the codec
     */
    public abstract Codec<J> codec(CodecSource source);
}
