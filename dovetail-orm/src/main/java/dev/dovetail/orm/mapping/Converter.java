package dev.dovetail.orm.mapping;

/**
 * Stores values of a class that no column has. Needs a constructor without arguments that the entity's package can reach; one
 * instance serves all threads. Never given null: NULL is null.
 *
 * <p>Two values are the same if what is stored for them is the same.
 *
 * @param <J> the field's type; the wrapper of a primitive one
 * @param <D> what is stored: any type that a field can have without a converter
 */
public interface Converter<J, D> {

    /**
     * What is stored for a value.
     *
     * @param value the value
     * @return what the column holds
     */
    D toStored(J value);

    /**
     * The value that is stored.
     *
     * @param stored what the column holds
     * @return the value
     */
    J fromStored(D stored);

    /**
     * A copy that does not change when the value is changed in place. A session compares with it to see such changes.
     *
     * @param value the value
     * @return the value itself, which is right for immutable ones
     */
    default J copy(J value) {
        return value;
    }
}
