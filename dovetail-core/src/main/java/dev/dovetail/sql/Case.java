package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of the first branch whose condition holds.
 *
 * @param <T> the Java class of the result
 * @param branches at least one
 * @param otherwise the value where none holds, null for NULL
 * @param type the type of the result
 */
public record Case<T>(List<Branch<T>> branches, @Nullable Expression<T> otherwise, Type<T> type)
        implements Expression<T> {
    /** Copies the list. */
    public Case {
        branches = List.copyOf(branches);
    }

    /**
     * A condition and the value where it holds.
     *
     * @param <T> the Java class of the value
     * @param condition the condition
     * @param value the value
     */
    public record Branch<T>(Expression<Boolean> condition, Expression<T> value) {}

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
