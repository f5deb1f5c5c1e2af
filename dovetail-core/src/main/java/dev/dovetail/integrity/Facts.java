package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ReferencingRows;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes {@link ConstraintFacts} step by step, as one fact after another is found. */
final class Facts {

    private Facts() {}

    static ConstraintFacts of(
            @Nullable String name,
            @Nullable String definition,
            boolean primaryKey,
            @Nullable String table,
            List<String> columns,
            Map<Fact, FactSource> sources) {
        return new ConstraintFacts(
                name, definition, primaryKey, table, columns, Map.of(), null, Map.of(), null, Map.of(), sources);
    }

    static ConstraintFacts withValues(ConstraintFacts facts, List<? extends @Nullable Object> values) {
        return withValues(facts, values, FactSource.PARAMETERS);
    }

    static ConstraintFacts withValues(
            ConstraintFacts facts, List<? extends @Nullable Object> values, FactSource source) {
        return new ConstraintFacts(
                facts.name(),
                facts.definition(),
                facts.primaryKey(),
                facts.table(),
                facts.columns(),
                byColumn(facts.columns(), values),
                facts.foreignKey(),
                facts.existingRow(),
                facts.breaking(),
                facts.given(),
                with(facts, Fact.VALUES, source));
    }

    static ConstraintFacts withoutValues(ConstraintFacts facts) {
        Map<Fact, FactSource> sources = new EnumMap<>(Fact.class);
        sources.putAll(facts.sources());
        sources.remove(Fact.VALUES);
        return new ConstraintFacts(
                facts.name(),
                facts.definition(),
                facts.primaryKey(),
                facts.table(),
                facts.columns(),
                Map.of(),
                facts.foreignKey(),
                facts.existingRow(),
                facts.breaking(),
                facts.given(),
                sources);
    }

    static ConstraintFacts withExisting(ConstraintFacts facts, Map<String, @Nullable Object> key, FactSource source) {
        return new ConstraintFacts(
                facts.name(),
                facts.definition(),
                facts.primaryKey(),
                facts.table(),
                facts.columns(),
                facts.values(),
                facts.foreignKey(),
                key,
                facts.breaking(),
                facts.given(),
                with(facts, Fact.EXISTING_ROW, source));
    }

    static ConstraintFacts withBreaking(ConstraintFacts facts, ReferencingRows rows, FactSource source) {
        return new ConstraintFacts(
                facts.name(),
                facts.definition(),
                facts.primaryKey(),
                facts.table(),
                facts.columns(),
                facts.values(),
                facts.foreignKey(),
                facts.existingRow(),
                rows,
                facts.given(),
                with(facts, Fact.BREAKING, source));
    }

    /** What the database made of the values that were given. */
    static ConstraintFacts withConverted(ConstraintFacts facts, List<? extends @Nullable Object> converted) {
        ConstraintFacts seen = withValues(facts, converted, FactSource.PROBE);
        return new ConstraintFacts(
                seen.name(),
                seen.definition(),
                seen.primaryKey(),
                seen.table(),
                seen.columns(),
                seen.values(),
                seen.foreignKey(),
                seen.existingRow(),
                seen.breaking(),
                facts.values(),
                seen.sources());
    }

    static ConstraintFacts withForeignKey(ConstraintFacts facts, ForeignKeyFacts foreignKey, FactSource sideFrom) {
        ConstraintFacts result = new ConstraintFacts(
                facts.name(),
                facts.definition(),
                facts.primaryKey(),
                facts.table(),
                facts.columns(),
                facts.values(),
                foreignKey,
                facts.existingRow(),
                facts.breaking(),
                facts.given(),
                with(facts, Fact.SIDE, sideFrom));
        return result;
    }

    static Map<String, @Nullable Object> byColumn(List<String> columns, List<? extends @Nullable Object> values) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            result.put(columns.get(i), values.get(i));
        }
        return result;
    }

    private static Map<Fact, FactSource> with(ConstraintFacts facts, Fact fact, FactSource source) {
        Map<Fact, FactSource> sources = new EnumMap<>(Fact.class);
        sources.putAll(facts.sources());
        sources.put(fact, source);
        return sources;
    }
}
