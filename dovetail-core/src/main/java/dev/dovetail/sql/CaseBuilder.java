package dev.dovetail.sql;

import java.util.List;

/**
 * A CASE that still takes branches. Immutable: each method gives a new one.
 *
 * @param <T> the Java class of the result
 */
public final class CaseBuilder<T> {
    private final List<Case.Branch<T>> branches;

    private CaseBuilder(List<Case.Branch<T>> branches) {
        this.branches = branches;
    }

    static <T> CaseBuilder<T> of(Operand<Boolean> condition, Operand<T> value) {
        return new CaseBuilder<>(List.of(new Case.Branch<>(condition.expression(), value.expression())));
    }

    /**
     * Adds a branch.
     *
     * @param condition the condition
     * @param value the value where it holds, and none before
     * @return the longer CASE
     */
    public CaseBuilder<T> when(Operand<Boolean> condition, T value) {
        return when(condition, new Value<>(value, branches.get(0).value().type()));
    }

    /**
     * Adds a branch.
     *
     * @param condition the condition
     * @param value the value where it holds, and none before
     * @return the longer CASE
     */
    public CaseBuilder<T> when(Operand<Boolean> condition, Operand<T> value) {
        return new CaseBuilder<>(Lists.append(branches, new Case.Branch<>(condition.expression(), value.expression())));
    }

    /**
     * Ends the CASE with a value for all other rows.
     *
     * @param value the value
     * @return the expression
     */
    public Expression<T> otherwise(T value) {
        return otherwise(new Value<>(value, branches.get(0).value().type()));
    }

    /**
     * Ends the CASE with a value for all other rows.
     *
     * @param value the value
     * @return the expression
     */
    public Expression<T> otherwise(Operand<T> value) {
        return new Case<>(branches, value.expression(), branches.get(0).value().type());
    }

    /**
     * Ends the CASE; it is NULL for all other rows.
     *
     * @return the expression
     */
    public Expression<T> end() {
        return new Case<>(branches, null, branches.get(0).value().type());
    }
}
