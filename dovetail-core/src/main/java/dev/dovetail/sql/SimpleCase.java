package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of the first branch whose key is equal to a subject.
 *
 * @param <T> the Java class of the value
 * @param subject what the keys are compared with
 * @param branches at least one
 * @param otherwise the value where no key is equal, null for NULL
 * @param type the type of the result
 */
public record SimpleCase<T>(
        Expression<?> subject,
        List<Branch<T>> branches,
        @Nullable Expression<T> otherwise,
        Type<T> type) implements Expression<T> {
    /** Copies the list. */
    public SimpleCase {
        branches = List.copyOf(branches);
    }

    /**
     * A key and the value where it is equal to the subject.
     *
     * @param <T> the Java class of the value
     * @param key the key
     * @param value the value
     */
    public record Branch<T>(Expression<?> key, Expression<T> value) {}

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
