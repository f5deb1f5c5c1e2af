package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.ValueText;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns what applications give as a primary key into the key of the identity map. */
final class Keys {

    private Keys() {}

    static EntityKey of(EntityDescriptor<?> entity, @Nullable Object... key) {
        int[] columns = entity.idColumns();
        @Nullable Object[] given = parts(entity, key);
        if (given.length != columns.length) {
            throw new UsageException(
                    "DVT-USE-KEY",
                    entity.name() + " has a key of " + columns.length + " columns, and " + given.length
                            + " values were given: " + Arrays.toString(given));
        }
        Object[] values = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
            values[i] = convert(entity, columns[i], given[i]);
        }
        return entity.keyOf(values);
    }

    /** A key that is one record may be given as a whole. */
    private static @Nullable Object[] parts(EntityDescriptor<?> entity, @Nullable Object[] key) {
        @Nullable
        Object[] parts = key.length == 1 && key[0] != null ? entity.mapper().keyParts(key[0]) : null;
        return parts == null ? key : parts;
    }

    private static Object convert(EntityDescriptor<?> entity, int column, @Nullable Object value) {
        Class<?> wanted = entity.mapper().types().get(column).javaClass();
        if (value instanceof Number number && !wanted.isInstance(value)) {
            if (wanted == Long.class && (value instanceof Integer || value instanceof Short)) {
                return number.longValue();
            }
            if (wanted == Integer.class && number.longValue() == number.intValue()) {
                return number.intValue();
            }
            if (wanted == Short.class && number.longValue() == number.shortValue()) {
                return number.shortValue();
            }
        }
        if (value == null) {
            throw new UsageException(
                    "DVT-USE-KEY",
                    entity.name() + "." + entity.columns().get(column).label()
                            + " is part of the primary key, and no row has null there");
        }
        if (!wanted.isInstance(value)) {
            throw new UsageException(
                    "DVT-USE-KEY",
                    entity.name() + "." + entity.columns().get(column).label() + " is of type " + wanted.getSimpleName()
                            + ", and " + ValueText.of(value) + " is of type "
                            + value.getClass().getSimpleName());
        }
        return value;
    }
}
