package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.List;
import java.util.function.Function;

/**
 * A common table expression: a statement that gets a name by {@code with}, and can then stand in the FROM clauses of
 * the statement that has it, and of the common table expressions after it. Immutable and thread-safe.
 *
 * @param name the name
 * @param body what gives the rows: a query, or, where the database can do that, a statement that writes and gives back
 *     what it wrote
 * @param columnNames the names of the columns; none for those that the body gives them
 * @param materialization whether it is computed once and kept
 * @param isRecursive whether the body speaks of the expression itself
 */
public record Cte(
        String name,
        ResultStatement<?> body,
        List<String> columnNames,
        Materialization materialization,
        boolean isRecursive)
        implements DerivedTable {
    /** Copies the list; refuses names that are not one for each column. */
    public Cte {
        columnNames = List.copyOf(columnNames);
        OutputName.requireEach(name, body, columnNames);
    }

    static Cte recursive(String name, SetOperator operator, Query<?> start, Function<CteSource, Query<?>> step) {
        List<NamedType<?>> outputs = OutputName.outputs(start, List.of());
        if (outputs.size() != start.columns().size()) {
            throw new UsageException(
                    "DVT-SQL-COLUMN", "every column of the recursive " + name + " needs a name: give it a label");
        }
        Query<?> body = SetQuery.of(operator, start, step.apply(new CteSource(name, outputs, name)));
        List<String> names = outputs.stream().<String>map(NamedType::name).toList();
        return new Cte(name, body, names, Materialization.UNSAID, true);
    }

    /**
     * Takes another body, which gives the same columns.
     *
     * @param other what gives the rows
     * @return the new expression
     */
    public Cte with(ResultStatement<?> other) {
        return new Cte(name, other, columnNames, materialization, isRecursive);
    }

    /**
     * Asks the database to compute the rows once and keep them. A hint: PostgreSQL and SQLite take it, the others decide
     * for themselves, and the result is the same.
     *
     * @return the new expression
     */
    public Cte materialized() {
        return new Cte(name, body, columnNames, Materialization.MATERIALIZED, isRecursive);
    }

    /**
     * Asks the database to take the query as if it stood in the place of the name. A hint, as {@link #materialized()}.
     *
     * @return the new expression
     */
    public Cte notMaterialized() {
        return new Cte(name, body, columnNames, Materialization.NOT_MATERIALIZED, isRecursive);
    }

    /**
     * This expression in a FROM clause, under another name.
     *
     * @param alias the name there
     * @return the source
     */
    public CteSource as(String alias) {
        return new CteSource(name, outputs(), alias);
    }

    @Override
    public CteSource source() {
        return as(name);
    }

    @Override
    public String alias() {
        return name;
    }

    @Override
    public List<NamedType<?>> outputs() {
        return OutputName.outputs(body, columnNames);
    }
}
