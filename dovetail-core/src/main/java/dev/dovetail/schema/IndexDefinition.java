package dev.dovetail.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index before it belongs to a table. Immutable: each method gives a new definition.
 *
 * @param name its name, null for the one that the convention gives
 * @param parts what it is sorted by, in order
 * @param isUnique whether it refuses equal keys
 * @param include the names of the columns whose values it carries without being sorted by them
 * @param where the trusted SQL condition of the rows that it has, null for all
 * @param method the kind of index, null for the database's own choice
 * @param isNullsNotDistinct whether a unique index takes two NULLs for equal
 * @param options trusted SQL behind all else, by the name of the dialect
 */
public record IndexDefinition(
        @Nullable String name,
        List<IndexPart> parts,
        boolean isUnique,
        List<String> include,
        @Nullable String where,
        @Nullable String method,
        boolean isNullsNotDistinct,
        Map<String, String> options)
        implements TableElement {
    /** Copies the lists. */
    public IndexDefinition {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = Map.copyOf(options);
    }

    static IndexDefinition of(List<IndexPart> parts) {
        return new IndexDefinition(null, parts, false, List.of(), null, null, false, Map.of());
    }

    /**
     * Names the index.
     *
     * @param index the name
     * @return the new definition
     */
    public IndexDefinition named(String index) {
        return new IndexDefinition(index, parts, isUnique, include, where, method, isNullsNotDistinct, options);
    }

    /**
     * Makes the index refuse equal keys.
     *
     * @return the new definition
     */
    public IndexDefinition unique() {
        return new IndexDefinition(name, parts, true, include, where, method, isNullsNotDistinct, options);
    }

    /**
     * Makes a unique index take two NULLs for equal.
     *
     * @return the new definition
     */
    public IndexDefinition nullsNotDistinct() {
        return new IndexDefinition(name, parts, isUnique, include, where, method, true, options);
    }

    /**
     * Carries further columns, so that a query of them need not look into the table.
     *
     * @param columns their names
     * @return the new definition
     */
    public IndexDefinition include(String... columns) {
        return new IndexDefinition(name, parts, isUnique, List.of(columns), where, method, isNullsNotDistinct, options);
    }

    /**
     * Makes an index of some rows only.
     *
     * @param sql a trusted SQL condition; it becomes part of the DDL
     * @return the new definition
     */
    public IndexDefinition where(String sql) {
        return new IndexDefinition(name, parts, isUnique, include, sql, method, isNullsNotDistinct, options);
    }

    /**
     * Chooses the kind of index.
     *
     * @param newMethod for example {@code gin} or {@code hash}
     * @return the new definition
     */
    public IndexDefinition using(String newMethod) {
        return new IndexDefinition(name, parts, isUnique, include, where, newMethod, isNullsNotDistinct, options);
    }

    /**
     * Adds what one database alone knows.
     *
     * @param dialect the name of the dialect, such as {@code PostgreSQL}
     * @param sql trusted SQL that stands behind all else, such as {@code WITH (fillfactor = 70)}
     * @return the new definition
     */
    public IndexDefinition option(String dialect, String sql) {
        Map<String, String> more = new HashMap<>(options);
        more.put(dialect, sql);
        return new IndexDefinition(name, parts, isUnique, include, where, method, isNullsNotDistinct, more);
    }
}
