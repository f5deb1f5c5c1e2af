package dev.dovetail.sql;

import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import org.jspecify.annotations.Nullable;

/**
 * A value of the statement itself. It is bound, never written into the text.
 *
 * @param <T> the Java class of the value
 * @param value the value, null for NULL
 * @param type the type that it is bound as
 */
public record Value<T>(@Nullable T value, Type<T> type) implements Expression<T> {
    /**
     * A value with the type that its class has.
     *
     * @param <T> the Java class
     * @param value the value
     * @return the node
     * @throws dev.dovetail.UsageException if the class has no type of its own
     */
    @SuppressWarnings(
            "unchecked") // getClass() of a T is a Class<? extends T>, and the standard types have final classes
    public static <T> Value<T> of(T value) {
        return new Value<>(value, Types.of((Class<T>) value.getClass()));
    }

    /** Shows the type only: a statement that is printed for a log gives no data away. */
    @Override
    public String toString() {
        return "Value[" + type + "]";
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
