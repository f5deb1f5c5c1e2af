package dev.dovetail.type;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A type that the database has itself; {@link Types} makes them.
 *
 * @param <J> the Java class of the values
 */
public final class BasicType<J> extends Type<J> {
    /** Stands for a length, precision or scale that was not given. */
    static final int NONE = -1;

    private final SqlKind kind;
    private final Values<J> values;
    private final int length;
    private final int precision;
    private final int scale;
    private final @Nullable String name;
    private final int hash;

    BasicType(SqlKind kind, Values<J> values, int length, int precision, int scale) {
        this(kind, values, length, precision, scale, null);
    }

    BasicType(SqlKind kind, Values<J> values, int length, int precision, int scale, @Nullable String name) {
        this.kind = kind;
        this.values = values;
        this.length = length;
        this.precision = precision;
        this.scale = scale;
        this.name = name;
        this.hash = Objects.hash(kind, length, precision, scale, name, element());
    }

    /**
     * The kind of SQL type.
     *
     * @return the kind
     */
    public SqlKind kind() {
        return kind;
    }

    /**
     * The greatest number of characters (code points) or bytes.
     *
     * @return the length, empty where the type has none
     */
    public OptionalInt length() {
        return given(length);
    }

    /**
     * The number of decimal digits of a number, or of digits after the second of a time.
     *
     * @return the precision, empty where the type has none
     */
    public OptionalInt precision() {
        return given(precision);
    }

    /**
     * The number of digits after the decimal point.
     *
     * @return the scale, empty where the type has none
     */
    public OptionalInt scale() {
        return given(scale);
    }

    /**
     * The name of a type that only one database has.
     *
     * @return the name as SQL writes it, null for the types of {@link Types} that are no {@code NATIVE}
     */
    public @Nullable String nativeName() {
        return name;
    }

    /**
     * The type of the elements of an array.
     *
     * @return the type, null where this is no array
     */
    public @Nullable BasicType<?> element() {
        return values instanceof ListValues<?> lists ? lists.element() : null;
    }

    private static OptionalInt given(int value) {
        return value == NONE ? OptionalInt.empty() : OptionalInt.of(value);
    }

    @Override
    public Class<J> javaClass() {
        return values.javaClass();
    }

    @Override
    public BasicType<J> storage() {
        return this;
    }

    @Override
    boolean sameValues(J a, J b) {
        return values.same(this, a, b);
    }

    @Override
    J copy(J value) {
        return values.copy(value);
    }

    @Override
    public J atPrecision(J value) {
        return values.atPrecision(this, value);
    }

    @Override
    public @Nullable String misfit(J value) {
        return values.misfit(this, value);
    }

    @Override
    public Codec<J> codec(CodecSource source) {
        return source.codec(this);
    }

    Codec<J> standardCodec() {
        return values.codec(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof BasicType<?> that
                        && hash == that.hash
                        && kind == that.kind
                        && javaClass() == that.javaClass()
                        && length == that.length
                        && precision == that.precision
                        && scale == that.scale
                        && Objects.equals(name, that.name)
                        && Objects.equals(element(), that.element());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The type as it is written in Java: {@code VARCHAR(255)}, {@code NUMERIC(10, 2)}, {@code INTEGER}. */
    @Override
    public String toString() {
        if (name != null || element() != null) {
            return kind + "(" + (name == null ? element() : name) + ")";
        }
        if (length != NONE) {
            return kind + "(" + length + ")";
        }
        if (scale != NONE) {
            return kind + "(" + precision + ", " + scale + ")";
        }
        return precision == NONE ? kind.toString() : kind + "(" + precision + ")";
    }
}
