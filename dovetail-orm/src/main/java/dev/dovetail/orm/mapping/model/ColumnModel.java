package dev.dovetail.orm.mapping.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of an entity.
 *
 * @param name the column's name
 * @param attribute the field's name; null where the column belongs to a {@code One} and has no field
 * @param type the declared type
 * @param nullable whether it may hold NULL
 * @param id whether it is part of the primary key
 * @param generated whether the database generates it
 * @param unique whether it has a unique constraint of its own
 * @param defaultSql the database's default expression, or null
 * @param clientDefault the static method that gives a default, or null
 * @param traits what else holds for it
 */
public record ColumnModel(
        String name,
        @Nullable String attribute,
        ColumnType type,
        boolean nullable,
        boolean id,
        boolean generated,
        boolean unique,
        @Nullable String defaultSql,
        @Nullable String clientDefault,
        Set<Trait> traits) {

    /** Special handling of a column. */
    public enum Trait {
        /** Set at insert. */
        CREATED,
        /** Set at insert and at each update. */
        UPDATED,
        /** Kept out of logs and messages. */
        SENSITIVE
    }

    /** Copies what can change. */
    public ColumnModel {
        traits = Set.copyOf(traits);
    }

    /**
     * Whether the column can be left out of an INSERT and is read back afterwards.
     *
     * @return true if the database gives a value of its own
     */
    public boolean hasServerValue() {
        return generated || defaultSql != null;
    }

    /**
     * What messages call the column.
     *
     * @return the field's name, or the column's where there is no field
     */
    public String label() {
        return attribute == null ? name : attribute;
    }
}
