package dev.dovetail.sql;

import java.util.List;

/**
 * A statement that writes, with common table expressions before it.
 *
 * @param ctes the expressions
 * @param write the statement
 */
public record WithWrite(List<Cte> ctes, Write write) implements Statement {
    /** Copies the list. */
    public WithWrite {
        ctes = List.copyOf(ctes);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
