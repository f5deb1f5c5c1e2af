package dev.dovetail.reflect;

import dev.dovetail.catalogue.CatalogueColumn;
import dev.dovetail.type.Type;
import org.jspecify.annotations.Nullable;

/** Chooses the types of columns while a schema is read. */
@FunctionalInterface
public interface TypeMapping {
    /**
     * The type of a column.
     *
     * @param table the name of the table
     * @param column the column, with the type that Dovetail would take
     * @return the type, null to take that one
     */
    @Nullable
    Type<?> type(String table, CatalogueColumn column);
}
