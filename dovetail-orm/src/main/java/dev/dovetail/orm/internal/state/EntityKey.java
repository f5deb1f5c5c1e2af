package dev.dovetail.orm.internal.state;

import java.util.List;

/**
 * What makes a row one and the same: its table's entity and its primary key.
 *
 * @param entity the entity class
 * @param id the key's value; a list of values where the key has several columns
 */
public record EntityKey(Class<?> entity, Object id) {

    /**
     * The key of a row.
     *
     * @param entity the entity class
     * @param values the primary key's values, in order
     * @return the key
     */
    public static EntityKey of(Class<?> entity, Object... values) {
        return new EntityKey(entity, values.length == 1 ? values[0] : List.of(values));
    }

    /**
     * The primary key's values.
     *
     * @return the values, in order
     */
    public List<?> values() {
        return id instanceof List<?> list ? list : List.of(id);
    }

    /** As messages write it: {@code Parent 1}, {@code OrderLine (7, 2)}. */
    @Override
    public String toString() {
        String values =
                id instanceof List<?> list ? list.toString().replace('[', '(').replace(']', ')') : id.toString();
        return entity.getSimpleName() + " " + values;
    }
}
