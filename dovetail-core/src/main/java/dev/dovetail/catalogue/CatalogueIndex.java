package dev.dovetail.catalogue;

import dev.dovetail.schema.IndexPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as the catalogue has it.
 *
 * @param name the name
 * @param unique whether it refuses equal keys
 * @param method how it is kept, in lower case, such as {@code gin}; null for the usual way
 * @param parts what it is sorted by, in order
 * @param include the columns that it only carries along
 * @param condition which rows it holds, null for all
 * @param nullsNotDistinct whether a unique index takes two NULLs for equal
 */
public record CatalogueIndex(
        String name,
        boolean unique,
        @Nullable String method,
        List<IndexPart> parts,
        List<String> include,
        @Nullable String condition,
        boolean nullsNotDistinct) {
    /** Copies the lists. */
    public CatalogueIndex {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /**
     * The columns that the index is sorted by.
     *
     * @return their names, in order; without expressions
     */
    public List<String> columns() {
        return parts.stream()
                .filter(part -> !part.isExpression())
                .map(IndexPart::text)
                .toList();
    }
}
