package dev.dovetail.sql;

import java.util.List;

/**
 * A query in the FROM clause of another.
 *
 * @param query the query
 * @param alias its name there
 * @param columnNames the names of its columns there; none for those that the query gives them
 * @param isLateral whether the query may speak of the sources before it in the FROM clause
 */
public record SubquerySource(Query<?> query, String alias, List<String> columnNames, boolean isLateral)
        implements Source, DerivedTable {
    /** Copies the list; refuses names that are not one for each column. */
    public SubquerySource {
        columnNames = List.copyOf(columnNames);
        OutputName.requireEach("subquery " + alias, query, columnNames);
    }

    /**
     * Lets the query speak of the sources that stand before it in the FROM clause, and runs it for each of their rows.
     *
     * @return the source as LATERAL
     */
    public SubquerySource lateral() {
        return new SubquerySource(query, alias, columnNames, true);
    }

    @Override
    public List<NamedType<?>> outputs() {
        return OutputName.outputs(query, columnNames);
    }

    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
