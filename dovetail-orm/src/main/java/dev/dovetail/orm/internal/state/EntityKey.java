package dev.dovetail.orm.internal.state;

import dev.dovetail.ValueText;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What makes a row one and the same: its table's entity and its primary key.
 *
 * @param entity the entity class, the first one of its hierarchy
 * @param id the key's value; a list of values where the key has several columns
 */
public record EntityKey(Class<?> entity, Object id) {

    /**
     * The key of a row. Values that the database holds to be equal make equal keys: decimals whatever their scale, byte
     * arrays by content.
     *
     * @param entity the entity class
     * @param values the primary key's values, in order
     * @return the key
     */
    public static EntityKey of(Class<?> entity, Object... values) {
        Object[] parts = new Object[values.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = comparable(values[i]);
        }
        return new EntityKey(entity, parts.length == 1 ? parts[0] : List.of(parts));
    }

    /**
     * A value that equals what the database holds to be equal to it.
     *
     * @param value a value of a column
     * @return the value, or one that stands for it in comparisons
     */
    public static Object comparable(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes.clone()) : value;
    }

    /**
     * The primary key's values, as parameters of a statement take them.
     *
     * @return the values, in order
     */
    public List<?> values() {
        return values(id);
    }

    /**
     * The values of a key.
     *
     * @param id as {@link #id} has it
     * @return the values, in order
     */
    public static List<?> values(Object id) {
        if (!(id instanceof List) && !(id instanceof ByteBuffer)) {
            return List.of(id);
        }
        List<?> parts = id instanceof List<?> list ? list : List.of(id);
        return parts.stream()
                .map(part -> part instanceof ByteBuffer bytes ? bytes.array().clone() : part)
                .toList();
    }

    /** {@return the key's values as arguments of a statement} */
    public Object[] parts() {
        return id instanceof List<?> || id instanceof ByteBuffer ? values().toArray() : new Object[] {id};
    }

    /** As messages write it: {@code Parent 1}, {@code OrderLine (7, 2)}. */
    @Override
    public String toString() {
        return toString(entity.getSimpleName());
    }

    String toString(String type) {
        return type + " " + ValueText.key(values());
    }
}
