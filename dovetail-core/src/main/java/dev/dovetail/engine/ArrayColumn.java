package dev.dovetail.engine;

import dev.dovetail.compile.ArrayElement;
import dev.dovetail.compile.BindSlot;
import dev.dovetail.compile.Dialect;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import dev.dovetail.type.CodecSource;
import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects one parameter's values of many rows, in place of binding them, into what is then bound as an array. As a codec it
 * stands below the conversions of the parameter's type.
 */
final class ArrayColumn implements CodecSource {

    private final Dialect dialect;
    private final int rows;
    private @Nullable ArrayElement element;
    private @Nullable Object[] values = {};
    private int count;
    private long size;

    ArrayColumn(Dialect dialect, int rows) {
        this.dialect = dialect;
        this.rows = rows;
    }

    /** A slot that is bound here. */
    <T> BindSlot<T> slot(BindSlot<T> slot) {
        return new BindSlot<>(
                slot.constant(), slot.index(), slot.type(), slot.type().codec(this), slot.column(), slot.stored());
    }

    @Override
    public <B> Codec<B> codec(BasicType<B> type) {
        ArrayElement found = Objects.requireNonNull(dialect.arrayElement(type), "a type for arrays");
        element = found;
        values = (@Nullable Object[]) Array.newInstance(found.driverClass(), rows);
        return new Adding<B>().refusing(value -> dialect.misfit(type, value));
    }

    /** How much the values take, roughly, beyond their number. */
    long size() {
        return size;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
        size = 0;
    }

    /** Binds what was collected, and begins anew. */
    void bind(PreparedStatement prepared, int index) throws SQLException {
        @Nullable Object[] given = count == values.length ? values : Arrays.copyOf(values, count);
        java.sql.Array array = prepared.getConnection()
                .createArrayOf(Objects.requireNonNull(element).typeName(), given);
        prepared.setArray(index, array);
        array.free();
        clear();
    }

    private void add(@Nullable Object value) throws NotInArrays {
        Object inArray = value == null
                ? null
                : Objects.requireNonNull(element).toDriver().apply(value);
        if (value != null && inArray == null) {
            throw new NotInArrays();
        }
        if (inArray instanceof String text) {
            size += text.length();
        }
        values[count++] = inArray;
    }

    /** A value that has to be bound by itself. */
    static final class NotInArrays extends SQLException {
        private static final long serialVersionUID = 1L;
    }

    private final class Adding<B> implements Codec<B> {
        @Override
        public @Nullable B read(ResultSet resultSet, int index) {
            throw new UnsupportedOperationException("values are only written in arrays of rows");
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable B value) throws SQLException {
            add(value);
        }
    }
}
