package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Returned;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import dev.dovetail.tests.conformance.corpus.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scenario up to the step that is being compared, and what its objects are mapped to. */
final class Course {

    private final Schema schema;
    private final Scenario scenario;
    private final Map<String, String> entities = new LinkedHashMap<>();
    private final List<StepPair> pairs = new ArrayList<>();

    Course(Schema schema, Scenario scenario) {
        this.schema = schema;
        this.scenario = scenario;
        for (Step step : scenario.steps()) {
            if (step.op() == Op.NEW || step.op() == Op.GET) {
                entities.put(step.text("as"), step.text("entity"));
            } else if (step.op() == Op.MERGE) {
                entities.put(step.text("as"), Objects.requireNonNull(entities.get(step.text("obj"))));
            }
        }
    }

    /** {@return the name of the object behind a label: another label, where it has several} */
    String named(String label) {
        for (StepPair pair : pairs) {
            Returned returned = pair.actual().result().returned();
            if (label.equals(pair.step().value("as")) && returned != null && returned.value() instanceof String name) {
                return name;
            }
        }
        return label;
    }

    void add(StepPair pair) {
        pairs.add(pair);
    }

    Schema schema() {
        return schema;
    }

    Scenario scenario() {
        return scenario;
    }

    List<StepPair> pairs() {
        return pairs;
    }

    /** {@return the step that is being compared} */
    StepPair now() {
        return pairs.get(pairs.size() - 1);
    }

    /** {@return the step before it, null at the first} */
    @Nullable
    StepPair before() {
        return pairs.size() < 2 ? null : pairs.get(pairs.size() - 2);
    }

    /** The value of an object's column when it was last loaded. */
    @Nullable
    Object lastKnown(String object, String column) {
        for (int i = pairs.size() - 1; i >= 0; i--) {
            for (StepPair.Half half :
                    List.of(pairs.get(i).actual(), pairs.get(i).expected())) {
                ObjectState state = half.result().objects().get(object);
                if (state != null && state.columns().containsKey(column)) {
                    return state.columns().get(column);
                }
            }
        }
        return null;
    }

    /** The class of an object, or null where its name does not tell. */
    @Nullable
    EntityClass entity(String object) {
        String name = Names.automatic(object) ? object.split("[#+]")[0] : entities.get(object);
        return name == null ? null : schema.entity(name);
    }

    /** The tables that have an object's columns, that of the base class last. */
    List<Table> tables(String object) {
        List<Table> tables = new ArrayList<>();
        EntityClass entity = entity(object);
        while (entity != null) {
            if (entity.table() != null) {
                tables.add(schema.table(entity.table()));
            }
            entity = entity.inherits() == null ? null : schema.entity(entity.inherits());
        }
        return tables;
    }

    /** A relationship of an object's class or of a base class, or null. */
    @Nullable
    Relationship relationship(String object, String name) {
        return relationships(object).stream()
                .filter(relationship -> relationship.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The relationships of an object's class and of its base classes. */
    List<Relationship> relationships(String object) {
        List<Relationship> relationships = new ArrayList<>();
        EntityClass entity = entity(object);
        while (entity != null) {
            relationships.addAll(entity.relationships());
            entity = entity.inherits() == null ? null : schema.entity(entity.inherits());
        }
        return relationships;
    }

    /** The foreign keys of an object's tables that have a column. */
    List<ForeignKey> foreignKeys(String object, String column) {
        return tables(object).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.columns().contains(column))
                .toList();
    }

    /** The row of an object in a half of a step; null if there is none, or if the object has no key. */
    @Nullable
    Map<String, @Nullable Object> row(StepPair.Half half, String object, ObjectState state) {
        List<Table> tables = tables(object);
        if (tables.isEmpty()) {
            return null;
        }
        return row(half, object, state, tables.get(0));
    }

    /** The part of an object's row in one of its tables. */
    @Nullable
    Map<String, @Nullable Object> row(StepPair.Half half, String object, ObjectState state, Table table) {
        return Objects.requireNonNull(half.rows().get(table.name())).stream()
                .filter(row -> table.primaryKey().stream()
                        .allMatch(key -> row.get(key) != null
                                && Objects.equals(
                                        row.get(key), state.columns().getOrDefault(key, lastKnown(object, key)))))
                .findFirst()
                .orElse(null);
    }
}
