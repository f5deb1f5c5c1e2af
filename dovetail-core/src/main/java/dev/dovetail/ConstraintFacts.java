package dev.dovetail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constraint that refused, where it stands and which values broke it. What could not be known is null or empty;
 * nothing is guessed.
 *
 * @param name the constraint's name
 * @param definition its definition in words close to SQL, without the name
 * @param primaryKey whether it is the primary key of its table
 * @param table the table that has the constraint: of a foreign key, always the referring one
 * @param columns the columns of the constraint
 * @param values the offending value of each column, in the order of the columns; a value may be null
 * @param foreignKey what only a foreign key has
 * @param existingRow the primary key of the row that already has the values, by column
 * @param breaking rows that are there already and break a constraint that was to be added; null if none was, or if they
 *     are not known
 * @param given what the program sent for columns whose values the database changed, as MariaDB does where it is not strict
 * @param sources where each of these was found
 */
public record ConstraintFacts(
        @Nullable String name,
        @Nullable String definition,
        boolean primaryKey,
        @Nullable String table,
        List<String> columns,
        Map<String, @Nullable Object> values,
        @Nullable ForeignKeyFacts foreignKey,
        Map<String, @Nullable Object> existingRow,
        @Nullable ReferencingRows breaking,
        Map<String, @Nullable Object> given,
        Map<Fact, FactSource> sources) {

    /** With this begins the definition where it was no constraint that refused but a trigger; its words follow. */
    public static final String TRIGGER = "trigger: ";

    /** No constraint is known. */
    public static final ConstraintFacts UNKNOWN =
            new ConstraintFacts(null, null, false, null, List.of(), Map.of(), null, Map.of(), null, Map.of(), Map.of());

    /** Copies the collections. */
    public ConstraintFacts {
        columns = List.copyOf(columns);
        values = ordered(values);
        existingRow = ordered(existingRow);
        given = ordered(given);
        sources = Map.copyOf(sources);
    }

    /**
     * Where a fact was found.
     *
     * @param fact the fact
     * @return its source, or null if the fact is absent
     */
    public @Nullable FactSource source(Fact fact) {
        return sources.get(fact);
    }

    // Map.copyOf forgets the order and refuses nulls; both matter here.
    private static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
