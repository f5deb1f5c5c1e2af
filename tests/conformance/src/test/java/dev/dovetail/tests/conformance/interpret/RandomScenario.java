package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.tests.conformance.corpus.FixtureRow;
import dev.dovetail.tests.conformance.corpus.Marks;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import dev.dovetail.tests.conformance.corpus.SessionSettings;
import dev.dovetail.tests.conformance.corpus.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes scenarios at random: rows to begin with, and steps that a program might take, sensible or not. */
final class RandomScenario {

    private static final int STEPS = 14;

    private final Schema schema;
    private final Random random;
    private final List<FixtureRow> fixture = new ArrayList<>();
    private final Map<String, List<List<@Nullable Object>>> keys = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> savepoints = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private int counter;

    private RandomScenario(Schema schema, long seed) {
        this.schema = schema;
        this.random = new Random(seed);
    }

    /** {@return the scenario of a seed; it ends with a flush and a commit} */
    static Scenario of(Schema schema, long seed) {
        return new RandomScenario(schema, seed).make(seed);
    }

    private Scenario make(long seed) {
        for (Table table : schema.tables()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                row(table);
            }
        }
        while (steps.size() < STEPS) {
            step();
        }
        labels.keySet().stream().limit(6).toList().forEach(this::readAll);
        step(Op.ROLLBACK, Map.of());
        step(Op.FLUSH, Map.of());
        step(Op.COMMIT, Map.of());
        return new Scenario(
                "random-" + schema.name() + "-" + seed,
                schema.name(),
                null,
                new SessionSettings(chance(80), chance(90)),
                List.copyOf(fixture),
                List.copyOf(steps),
                "",
                new Marks(Set.of(), Set.of(), Set.of(), Set.of()),
                Map.of());
    }

    private void readAll(String label) {
        if (chance(30)) {
            entity(label)
                    .relationships()
                    .forEach(relationship -> step(Op.READ, Map.of("obj", label, "attr", relationship.name())));
        }
    }

    private void row(Table table) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            values.put(column.name(), value(column));
        }
        for (ForeignKey key : table.foreignKeys()) {
            List<List<@Nullable Object>> parents = keys.getOrDefault(key.referencedTable(), List.of());
            boolean required =
                    key.columns().stream().anyMatch(name -> !table.column(name).nullable());
            if (parents.isEmpty() && required) {
                return;
            }
            boolean none = parents.isEmpty() || (!required && chance(30));
            List<@Nullable Object> parent = none ? null : pick(parents);
            boolean unique = key.columns().size() == 1
                    && table.column(key.columns().get(0)).unique();
            List<@Nullable Object> taken = parent;
            if (unique
                    && parent != null
                    && fixture.stream()
                            .anyMatch(row -> row.table().equals(table.name())
                                    && Objects.equals(
                                            row.values().get(key.columns().get(0)), taken.get(0)))) {
                if (required) {
                    return;
                }
                parent = null;
            }
            for (int i = 0; i < key.columns().size(); i++) {
                values.put(key.columns().get(i), parent == null ? null : parent.get(i));
            }
        }
        List<@Nullable Object> key =
                table.primaryKey().stream().map(values::get).toList();
        List<List<@Nullable Object>> known = keys.computeIfAbsent(table.name(), name -> new ArrayList<>());
        if (!known.contains(key)) {
            known.add(key);
            fixture.add(new FixtureRow(table.name(), values));
        }
    }

    private Object value(Column column) {
        counter++;
        return switch (column.type()) {
            case "integer" -> column.name().equals("ver") ? 1L : (long) counter;
            case "boolean" -> random.nextBoolean();
            case "float" -> counter + 0.5;
            default -> "v" + counter;
        };
    }

    private void step() {
        int dice = random.nextInt(100);
        if (labels.isEmpty() || dice < 18) {
            get();
        } else if (dice < 30) {
            create();
        } else if (dice < 36) {
            step(Op.ADD, Map.of("objs", List.of(label())));
        } else if (dice < 60) {
            relate();
        } else if (dice < 68) {
            set();
        } else if (dice < 75) {
            step(Op.DELETE, Map.of("obj", label()));
        } else if (dice < 82) {
            step(Op.FLUSH, Map.of());
        } else if (dice < 86) {
            step(Op.COMMIT, Map.of());
        } else if (dice < 89) {
            step(Op.ROLLBACK, Map.of());
        } else if (dice < 93) {
            savepoint();
        } else {
            rare();
        }
    }

    private void rare() {
        String label = label();
        switch (random.nextInt(8)) {
            case 0 -> step(Op.EXPUNGE, Map.of("obj", label));
            case 1 -> step(Op.EXPIRE, Map.of("obj", label));
            case 2 -> step(Op.REFRESH, Map.of("obj", label));
            case 3 -> {
                String merged = next("m");
                step(Op.MERGE, Map.of("obj", label, "as", merged));
                labels.put(merged, Objects.requireNonNull(labels.get(label)));
            }
            case 4 ->
                step(Op.QUERY_ALL, Map.of("entity", pick(schema.entities()).name()));
            case 5 -> step(Op.CLOSE, Map.of());
            case 6 -> step(Op.MAKE_TRANSIENT, Map.of("obj", label));
            default -> readAll(label);
        }
    }

    private void savepoint() {
        if (savepoints.isEmpty() || chance(40)) {
            String name = next("s");
            savepoints.add(name);
            step(Op.BEGIN_NESTED, Map.of("as", name));
        } else {
            step(chance(50) ? Op.SP_COMMIT : Op.SP_ROLLBACK, Map.of("sp", savepoints.remove(savepoints.size() - 1)));
        }
    }

    private void get() {
        EntityClass entity = pick(schema.entities());
        List<List<@Nullable Object>> rows = keys.getOrDefault(table(entity).name(), List.of());
        if (rows.isEmpty()) {
            create();
            return;
        }
        String label = next("g");
        step(Op.GET, Map.of("entity", entity.name(), "pk", pick(rows), "as", label));
        labels.put(label, entity.name());
    }

    private void create() {
        EntityClass entity = pick(schema.entities());
        Table table = table(entity);
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            boolean foreign =
                    table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
            boolean needed = !column.nullable() && !column.autoincrement();
            if (!foreign && !column.name().equals("ver") && (needed || (!column.autoincrement() && chance(40)))) {
                set.put(column.name(), value(column));
            }
        }
        Map<String, @Nullable Object> related = new LinkedHashMap<>();
        for (Relationship relationship : entity.relationships()) {
            List<String> targets = labelsOf(relationship.target());
            if (chance(40) && !targets.isEmpty()) {
                related.put(
                        relationship.name(), relationship.kind().collection() ? List.of(pick(targets)) : pick(targets));
            }
        }
        String label = next("n");
        step(Op.NEW, Map.of("entity", entity.name(), "as", label, "set", set, "rel", related));
        labels.put(label, entity.name());
        if (chance(60)) {
            step(Op.ADD, Map.of("objs", List.of(label)));
        }
    }

    private void relate() {
        String label = label();
        List<Relationship> relationships = entity(label).relationships();
        if (relationships.isEmpty()) {
            return;
        }
        Relationship relationship = pick(relationships);
        List<String> targets = labelsOf(relationship.target());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Map.of("obj", label, "attr", relationship.name()));
        if (targets.isEmpty()) {
            step(Op.READ, fields);
        } else if (!relationship.kind().collection()) {
            fields.put("value", chance(25) ? null : pick(targets));
            step(Op.ASSIGN, fields);
        } else if (chance(45)) {
            fields.put("value", pick(targets));
            step(Op.APPEND, fields);
        } else if (chance(50)) {
            fields.put("value", pick(targets));
            step(Op.REMOVE, fields);
        } else {
            fields.put("value", chance(40) ? List.of() : List.of(pick(targets)));
            step(Op.ASSIGN, fields);
        }
    }

    private void set() {
        String label = label();
        Table table = table(entity(label));
        Column column = pick(table.columns());
        boolean foreign =
                table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
        if ((column.primaryKey() && chance(85)) || column.name().equals("ver")) {
            return;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Map.of("obj", label, "attr", column.name()));
        fields.put("value", foreign ? null : value(column));
        step(Op.SET, fields);
    }

    private void step(Op op, Map<String, ? extends @Nullable Object> fields) {
        steps.add(new Step(steps.size(), op, new LinkedHashMap<>(fields)));
    }

    private String next(String prefix) {
        return prefix + (++counter);
    }

    private String label() {
        return pick(List.copyOf(labels.keySet()));
    }

    private List<String> labelsOf(String entity) {
        return labels.keySet().stream()
                .filter(label -> entity.equals(labels.get(label)))
                .toList();
    }

    private EntityClass entity(String label) {
        return schema.entity(Objects.requireNonNull(labels.get(label)));
    }

    private Table table(EntityClass entity) {
        EntityClass mapped = entity;
        while (mapped.table() == null) {
            mapped = schema.entity(Objects.requireNonNull(mapped.inherits()));
        }
        return schema.table(Objects.requireNonNull(mapped.table()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
