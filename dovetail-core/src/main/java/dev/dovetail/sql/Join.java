package dev.dovetail.sql;

/**
 * Two sources whose rows are paired.
 *
 * @param left the first
 * @param right the second
 * @param kind which rows it keeps
 * @param on which rows belong together
 */
public record Join(Source left, Source right, JoinKind kind, Expression<Boolean> on) implements Source {
    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
