package dev.dovetail.type;

import dev.dovetail.UsageException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A type over another one, with a function for each direction. The functions are never given null: NULL is null.
 *
 * <p>Two values are the same if what is stored for them is the same.
 *
 * @param <J> the Java class that users see
 * @param <D> the Java class that is stored
 */
public final class ConvertedType<J, D> extends Type<J> {
    private final Class<J> javaClass;
    private final Type<D> stored;
    private final Function<? super J, ? extends D> toStored;
    private final Function<? super D, ? extends J> fromStored;
    private final UnaryOperator<J> copier;

    ConvertedType(
            Class<J> javaClass,
            Type<D> stored,
            Function<? super J, ? extends D> toStored,
            Function<? super D, ? extends J> fromStored,
            UnaryOperator<J> copier) {
        this.javaClass = javaClass;
        this.stored = stored;
        this.toStored = toStored;
        this.fromStored = fromStored;
        this.copier = copier;
    }

    /**
     * The type of what is stored.
     *
     * @return the type below this one
     */
    public Type<D> stored() {
        return stored;
    }

    /**
     * What is stored for a value.
     *
     * @param value the value
     * @return a value of the {@link #stored()} type
     */
    public D toStored(J value) {
        return toStored.apply(value);
    }

    @Override
    public Class<J> javaClass() {
        return javaClass;
    }

    @Override
    public BasicType<?> storage() {
        return stored.storage();
    }

    @Override
    boolean sameValues(J a, J b) {
        return stored.same(toStored.apply(a), toStored.apply(b));
    }

    @Override
    J copy(J value) {
        return copier.apply(value);
    }

    @Override
    public J atPrecision(J value) {
        D before = toStored.apply(value);
        D after = stored.atPrecision(before);
        return before == after ? value : fromStored.apply(after);
    }

    @Override
    public @Nullable String misfit(J value) {
        try {
            return stored.misfit(toStored.apply(value));
        } catch (UsageException e) {
            if (e.code().equals("DVT-TYPE-FIT")) {
                return e.getMessage();
            }
            throw e;
        }
    }

    /** The type of lists of these values. */
    Type<List<@Nullable J>> listOf() {
        return new ConvertedType<>(
                ListValues.listClass(),
                Types.ARRAY(stored),
                list -> ListValues.each(list, toStored),
                list -> ListValues.each(list, fromStored),
                list -> ListValues.each(list, copier));
    }

    @Override
    public Codec<J> codec(CodecSource source) {
        return stored.codec(source).map(toStored, fromStored);
    }

    @Override
    public String toString() {
        return stored + " as " + javaClass.getSimpleName();
    }

    record Converting<J, D>(
            Codec<D> codec, Function<? super J, ? extends D> toStored, Function<? super D, ? extends J> fromStored)
            implements Codec<J> {
        @Override
        public @Nullable J read(ResultSet resultSet, int index) throws SQLException {
            D value = codec.read(resultSet, index);
            return value == null ? null : fromStored.apply(value);
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable J value) throws SQLException {
            codec.bind(statement, index, value == null ? null : toStored.apply(value));
        }

        @Override
        public Codec<J> forReading() {
            return new Converting<>(codec.forReading(), toStored, fromStored);
        }
    }
}
