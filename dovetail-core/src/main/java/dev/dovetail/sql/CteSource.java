package dev.dovetail.sql;

import java.util.List;

/**
 * A common table expression in a FROM clause. It knows its name and its columns, not its query, which may hold this very
 * source.
 *
 * @param cte the name of the expression
 * @param outputs its columns
 * @param alias its name in the FROM clause
 */
public record CteSource(String cte, List<NamedType<?>> outputs, String alias) implements Source, DerivedTable {
    /** Copies the list. */
    public CteSource {
        outputs = List.copyOf(outputs);
    }

    /**
     * The same under another name.
     *
     * @param newAlias the name
     * @return the new source
     */
    public CteSource as(String newAlias) {
        return new CteSource(cte, outputs, newAlias);
    }

    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
