package dev.dovetail.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param table the table
 * @param name the name of the index
 * @param parts what it is sorted by, in order
 * @param unique whether it refuses equal keys
 * @param include the columns whose values it carries without being sorted by them
 * @param where the trusted SQL condition of the rows that it has, null for all
 * @param method the kind of index, such as {@code gin}, null for the database's own choice
 * @param nullsNotDistinct whether a unique index takes two NULLs for equal
 * @param options trusted SQL behind all else, by the name of the dialect
 */
public record Index(
        Table table,
        String name,
        List<IndexPart> parts,
        boolean unique,
        List<Column<?>> include,
        @Nullable String where,
        @Nullable String method,
        boolean nullsNotDistinct,
        Map<String, String> options) {
    /** Copies the lists. */
    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = Map.copyOf(options);
    }

    /**
     * The columns that the index is sorted by.
     *
     * @return an immutable list, in order; parts that are expressions are left out
     */
    public List<Column<?>> columns() {
        return parts.stream()
                .filter(part -> !part.isExpression())
                .<Column<?>>map(part -> table.column(part.text()))
                .toList();
    }

    /**
     * Whether no two rows of the table have the same values in the columns, so that the index is as good as a unique
     * constraint.
     *
     * @return true for a unique index of whole columns and of all rows
     */
    public boolean isKey() {
        boolean whole = parts.stream()
                .allMatch(part -> !part.isExpression() && part.prefix().isEmpty());
        return unique && where == null && whole;
    }
}
