package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.util.List;

/**
 * A CASE that compares one subject with keys and still takes branches. Immutable: each method gives a new one.
 *
 * @param <S> the Java class of the subject
 * @param <T> the Java class of the result
 */
public final class SimpleCaseBuilder<S, T> {
    private final Expression<S> subject;
    private final List<SimpleCase.Branch<T>> branches;

    private SimpleCaseBuilder(Expression<S> subject, List<SimpleCase.Branch<T>> branches) {
        this.subject = subject;
        this.branches = branches;
    }

    /**
     * A CASE that lacks its first branch.
     *
     * @param <S> the Java class of the subject
     */
    public static final class Start<S> {
        private final Expression<S> subject;

        Start(Expression<S> subject) {
            this.subject = subject;
        }

        /**
         * Adds the first branch, which decides the type of the result.
         *
         * @param <T> the Java class of the result
         * @param key what the subject is compared with
         * @param value the value where it is equal, of a class that has a type of its own
         * @return the CASE, which takes more branches
         */
        public <T> SimpleCaseBuilder<S, T> when(S key, T value) {
            return when(key, Value.of(value));
        }

        /**
         * Adds the first branch, which decides the type of the result.
         *
         * @param <T> the Java class of the result
         * @param key what the subject is compared with
         * @param value the value where it is equal
         * @return the CASE, which takes more branches
         */
        public <T> SimpleCaseBuilder<S, T> when(S key, Operand<T> value) {
            return new SimpleCaseBuilder<S, T>(subject, List.of()).when(key, value);
        }
    }

    /**
     * Adds a branch.
     *
     * @param key what the subject is compared with
     * @param value the value where it is equal, and to none before
     * @return the longer CASE
     */
    public SimpleCaseBuilder<S, T> when(S key, T value) {
        return when(key, new Value<>(value, type()));
    }

    /**
     * Adds a branch.
     *
     * @param key what the subject is compared with
     * @param value the value where it is equal, and to none before
     * @return the longer CASE
     */
    public SimpleCaseBuilder<S, T> when(S key, Operand<T> value) {
        Value<S> keyValue = new Value<>(key, subject.type());
        return new SimpleCaseBuilder<>(
                subject, Lists.append(branches, new SimpleCase.Branch<>(keyValue, value.expression())));
    }

    /**
     * Ends the CASE with a value for all other rows.
     *
     * @param value the value
     * @return the expression
     */
    public Expression<T> otherwise(T value) {
        return otherwise(new Value<>(value, type()));
    }

    /**
     * Ends the CASE with a value for all other rows.
     *
     * @param value the value
     * @return the expression
     */
    public Expression<T> otherwise(Operand<T> value) {
        return new SimpleCase<>(subject, branches, value.expression(), type());
    }

    /**
     * Ends the CASE; it is NULL for all other rows.
     *
     * @return the expression
     */
    public Expression<T> end() {
        return new SimpleCase<>(subject, branches, null, type());
    }

    private Type<T> type() {
        return branches.get(0).value().type();
    }
}
