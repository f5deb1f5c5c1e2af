package dev.dovetail.orm.mapping.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of an entity's table.
 *
 * @param member the field that it stands on, or null for the class
 * @param name the index's name, or null for the naming convention's
 * @param columns the columns by name, each possibly followed by {@code DESC}
 * @param unique whether no two rows may have the same values
 * @param where the condition of the rows that it has, or null for all
 */
public record IndexModel(
        @Nullable String member,
        @Nullable String name,
        List<String> columns,
        boolean unique,
        @Nullable String where) {

    /** Copies what can change. */
    public IndexModel {
        columns = List.copyOf(columns);
    }

    /**
     * An index.
     *
     * @param name its name, or null for the naming convention's
     * @param columns the columns, each possibly followed by {@code DESC}
     * @return the index
     */
    public static IndexModel of(@Nullable String name, String... columns) {
        return new IndexModel(null, name, List.of(columns), false, null);
    }

    /**
     * Declared by a field.
     *
     * @param field the field
     * @return the changed index
     */
    public IndexModel member(@Nullable String field) {
        return new IndexModel(field, name, columns, unique, where);
    }

    /**
     * Refusing equal values.
     *
     * @return the changed index
     */
    public IndexModel asUnique() {
        return new IndexModel(member, name, columns, true, where);
    }

    /**
     * Of some rows only.
     *
     * @param condition an SQL condition
     * @return the changed index
     */
    public IndexModel where(@Nullable String condition) {
        return new IndexModel(member, name, columns, unique, condition);
    }

    /**
     * The columns without their direction.
     *
     * @return names, in order
     */
    public List<String> columnNames() {
        return columns.stream().map(column -> column.split("\\s+")[0]).toList();
    }
}
