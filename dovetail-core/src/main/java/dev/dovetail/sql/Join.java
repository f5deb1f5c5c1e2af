package dev.dovetail.sql;

import org.jspecify.annotations.Nullable;

/**
 * Two sources whose rows are paired.
 *
 * @param left the first
 * @param right the second
 * @param kind which rows it keeps
 * @param on which rows belong together, null for a CROSS join
 */
public record Join(
        Source left, Source right, JoinKind kind, @Nullable Expression<Boolean> on) implements Source {
    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
