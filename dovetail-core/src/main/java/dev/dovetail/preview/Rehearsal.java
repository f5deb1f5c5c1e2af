package dev.dovetail.preview;

import dev.dovetail.compile.ReferentialOrder;
import dev.dovetail.preview.GraphTable.Key;
import dev.dovetail.preview.RowGroup.Reach;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The delete done in memory, with the keys of the rows that it reaches and nothing else, in the order in which the database
 * would do it. Finds out whether a row that would go later is still in the way.
 */
final class Rehearsal {

    /** How many orders of foreign keys are tried where the right one is not known. */
    private static final int ATTEMPTS = 12;

    private final DeleteSets sets;
    private final SetDefaults defaults;
    private final ReferentialOrder order;
    private final Map<GraphTable, Map<List<Object>, Actor>> actors = new LinkedHashMap<>();
    private final Map<Key, Map<List<Object>, List<Actor>>> referring = new HashMap<>();
    private final Map<GraphTable, List<Key>> inOrder = new HashMap<>();
    private final Deque<Event> waiting = new ArrayDeque<>();
    private final List<Actor> leaving = new ArrayList<>();
    private boolean possible = true;
    private @Nullable GraphTable begun;
    private int depth;
    private boolean tooDeep;

    /** A row. */
    private static final class Actor {
        final GraphTable table;
        final Map<Column<?>, @Nullable Object> stored = new HashMap<>();
        final Map<Column<?>, @Nullable Object> values = new HashMap<>();
        boolean asked;
        boolean begun;
        boolean gone;

        Actor(GraphTable table) {
            this.table = table;
        }

        /** The values of some columns, or null if one of them is. */
        @Nullable
        List<Object> key(List<Column<?>> columns) {
            List<Object> key = new ArrayList<>();
            for (Column<?> column : columns) {
                Object value = values.get(column);
                if (value == null) {
                    return null;
                }
                key.add(value);
            }
            return key;
        }
    }

    /** A foreign key that is to be followed from a row that went. */
    private record Event(Actor parent, Key key) {}

    /** Ends the rehearsal. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Key key;

        Refused(Key key) {
            super(null, null, false, false);
            this.key = key;
        }
    }

    Rehearsal(DeleteSets sets, SetDefaults defaults) {
        this.sets = sets;
        this.defaults = defaults;
        this.order = sets.dialect().referentialOrder();
        Map<GraphTable, List<Where>> reached = new LinkedHashMap<>();
        for (RowGroup group : sets.groups()) {
            possible &= !group.atLeast && !group.table.identity().isEmpty();
            reached.computeIfAbsent(group.table, table -> new ArrayList<>()).add(sets.gone(group.table, group.program));
            for (Reach lead : group.leads) {
                possible &= !lead.to().identity().isEmpty();
                reached.computeIfAbsent(lead.to(), table -> new ArrayList<>()).add(sets.reached(lead));
            }
        }
        reached.forEach((table, wheres) -> {
            if (possible) {
                load(table, Where.any(wheres));
            }
        });
    }

    /** Whether there are few enough rows. */
    boolean possible() {
        return possible;
    }

    private void load(GraphTable table, Where where) {
        Set<Column<?>> columns = new LinkedHashSet<>(table.identity());
        table.incoming.forEach(key -> columns.addAll(key.referenced()));
        table.outgoing.forEach(key -> columns.addAll(key.columns()));
        List<Operand<?>> operands = new ArrayList<>();
        columns.forEach(column -> operands.add(table.ref(column)));
        Map<List<Object>, Actor> loaded = new LinkedHashMap<>();
        for (Row row : sets.rows(table, where, operands, ForeignKeyGraph.KEYS + 1)) {
            Actor actor = new Actor(table);
            int position = 0;
            for (Column<?> column : columns) {
                actor.stored.put(column, KeyValues.of(row.get(position++)));
            }
            actor.values.putAll(actor.stored);
            loaded.put(Objects.requireNonNull(actor.key(table.identity())), actor);
        }
        possible &= loaded.size() <= ForeignKeyGraph.KEYS;
        actors.put(table, loaded);
        for (Key key : table.outgoing) {
            for (Actor actor : loaded.values()) {
                index(actor, key);
            }
        }
        List<Operand<?>> identity = operands.subList(0, table.identity().size());
        for (Row row : sets.rows(table, sets.gone(table, true), identity, ForeignKeyGraph.KEYS + 1)) {
            Actor actor = loaded.get(KeyValues.of(row, identity.size()));
            if (actor != null) {
                actor.asked = true;
            }
        }
    }

    private void index(Actor actor, Key key) {
        List<Object> reference = actor.key(key.columns());
        if (reference != null) {
            referring
                    .computeIfAbsent(key, ignored -> new HashMap<>())
                    .computeIfAbsent(reference, ignored -> new ArrayList<>())
                    .add(actor);
        }
    }

    /**
     * Rehearses. Where the database does not tell in which order it follows foreign keys, several orders are tried.
     *
     * @return the foreign keys that refuse first, null for none: one, or as many as there are outcomes
     */
    Set<@Nullable Key> outcomes() {
        Set<@Nullable Key> outcomes = new LinkedHashSet<>();
        outcomes.add(refusing());
        if (sets.dialect().foreignKeysInOrder() == null) {
            Random random = new Random(ATTEMPTS);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                inOrder.clear();
                for (GraphTable table : actors.keySet()) {
                    List<Key> shuffled = new ArrayList<>(table.incoming);
                    if (attempt == 0) {
                        Collections.reverse(shuffled);
                    } else {
                        Collections.shuffle(shuffled, random);
                    }
                    inOrder.put(table, shuffled);
                }
                outcomes.add(refusing());
            }
        }
        return outcomes;
    }

    private List<Key> incoming(GraphTable table) {
        return inOrder.getOrDefault(table, table.incoming);
    }

    private @Nullable Key refusing() {
        waiting.clear();
        leaving.clear();
        for (Map<List<Object>, Actor> rows : actors.values()) {
            for (Actor row : rows.values()) {
                row.values.putAll(row.stored);
                row.begun = false;
                row.gone = false;
            }
        }
        try {
            if (sets.actor() == DeleteActor.STATEMENT) {
                begin(asked());
                checkLeft();
            } else {
                nullByProgram();
                for (Actor actor : referringFirst()) {
                    if (!actor.gone) {
                        begin(List.of(actor));
                        checkLeft();
                    }
                }
            }
            return null;
        } catch (Refused refused) {
            return refused.key;
        }
    }

    private List<Actor> asked() {
        return actors.values().stream()
                .flatMap(rows -> rows.values().stream())
                .filter(actor -> actor.asked)
                .toList();
    }

    private void nullByProgram() {
        for (RowGroup group : sets.groups()) {
            for (Reach lead : group.leads) {
                DeleteStep step = lead.step();
                if (step != null && step.action() == DeleteAction.SET_NULL) {
                    List<Operand<?>> identity = new ArrayList<>();
                    lead.to()
                            .identity()
                            .forEach(column -> identity.add(lead.to().ref(column)));
                    for (Row row : sets.rows(lead.to(), sets.reached(lead), identity, ForeignKeyGraph.KEYS)) {
                        Actor actor = actors(lead.to()).get(KeyValues.of(row, identity.size()));
                        if (actor != null) {
                            write(actor, lead.to().same(step.foreignKey()), null);
                        }
                    }
                }
            }
        }
    }

    /** The session's order: rows before those that they refer to. */
    private List<Actor> referringFirst() {
        List<Actor> sorted = new ArrayList<>();
        Set<Actor> seen = new LinkedHashSet<>();
        asked().forEach(actor -> visit(actor, seen, sorted));
        return sorted;
    }

    private void visit(Actor actor, Set<Actor> seen, List<Actor> sorted) {
        if (!seen.add(actor)) {
            return;
        }
        for (Key key : actor.table.incoming) {
            children(actor, key).stream().filter(child -> child.asked).forEach(child -> visit(child, seen, sorted));
        }
        sorted.add(actor);
    }

    private Map<List<Object>, Actor> actors(GraphTable table) {
        return actors.getOrDefault(table, Map.of());
    }

    // The database

    /** Whether the delete is refused because rows refer to each other over too many levels, and for nothing else. */
    boolean tooDeep() {
        return tooDeep;
    }

    private void begin(List<Actor> rows) {
        depth = 1;
        begun = rows.isEmpty() ? null : rows.get(0).table;
        statement(rows);
    }

    private void statement(Collection<Actor> rows) {
        switch (order) {
            case WAITING -> {
                rows.forEach(this::leave);
                for (Event event = waiting.poll(); event != null; event = waiting.poll()) {
                    follow(event.parent(), event.key());
                }
            }
            case BY_STATEMENT -> {
                rows.forEach(this::leave);
                rows.forEach(row -> incoming(row.table).forEach(key -> follow(row, key)));
            }
            case BY_ROW_WITH_CHECKS_LAST -> {
                for (Actor row : rows) {
                    if (!row.gone) {
                        leave(row);
                        incoming(row.table).forEach(key -> follow(row, key));
                    }
                }
            }
            case BY_ROW -> {
                for (Actor row : rows) {
                    if (!row.begun) {
                        row.begun = true;
                        incoming(row.table).forEach(key -> follow(row, key));
                        row.gone = true;
                    }
                }
            }
        }
    }

    private void leave(Actor row) {
        row.gone = true;
        leaving.add(row);
        if (order == ReferentialOrder.WAITING) {
            incoming(row.table).forEach(key -> waiting.add(new Event(row, key)));
        }
    }

    /** Rows that refer to a row that goes, and are still there. */
    private List<Actor> children(Actor parent, Key key) {
        List<Object> referenced = parent.key(key.referenced());
        Map<List<Object>, List<Actor>> index = referring.get(key);
        if (referenced == null || index == null) {
            return List.of();
        }
        return index.getOrDefault(referenced, List.of()).stream()
                .filter(child -> !child.gone && referenced.equals(child.key(key.columns())))
                .toList();
    }

    /** Whether other rows referred to it, gone or not; the statement's own table is looked at as it was. */
    private boolean wasReferred(Actor parent, Key key) {
        List<Object> referenced = parent.key(key.referenced());
        return referenced != null
                && referring.getOrDefault(key, Map.of()).getOrDefault(referenced, List.of()).stream()
                        .anyMatch(child -> child != parent);
    }

    private void follow(Actor parent, Key key) {
        if (key.refuses()
                && order == ReferentialOrder.BY_STATEMENT
                && key.child() == begun
                && wasReferred(parent, key)) {
            throw new Refused(key);
        }
        List<Actor> children = children(parent, key);
        if (children.isEmpty()) {
            return;
        }
        if (!key.refuses() && depth >= sets.dialect().cascadeDepth()) {
            tooDeep = true;
            throw new Refused(key);
        }
        switch (key.rule()) {
            case NO_ACTION, RESTRICT -> {
                if (!key.atCommit() && !checkedLast(key)) {
                    throw new Refused(key);
                }
            }
            case CASCADE -> {
                if (order == ReferentialOrder.WAITING) {
                    children.forEach(this::leave);
                } else {
                    depth++;
                    statement(children);
                    depth--;
                }
            }
            case SET_NULL -> {
                if (!key.nullable()) {
                    throw new Refused(key);
                }
                children.forEach(child -> write(child, key.columns(), null));
            }
            case SET_DEFAULT -> {
                List<@Nullable Object> values =
                        defaults.values(key).stream().map(KeyValues::of).toList();
                if (IntStream.range(0, values.size())
                                .anyMatch(i -> values.get(i) == null
                                        && !key.child().nullable(key.columns().get(i)))
                        || !checkedLast(key) && !values.contains(null) && !referenceHolds(key, values)) {
                    throw new Refused(key);
                }
                children.forEach(child -> write(child, key.columns(), values));
            }
        }
    }

    private boolean checkedLast(Key key) {
        return order == ReferentialOrder.BY_ROW_WITH_CHECKS_LAST && key.rule() != ReferentialAction.RESTRICT;
    }

    private boolean referenceHolds(Key key, List<@Nullable Object> values) {
        return !defaults.dangling(key)
                && actors(key.parent()).values().stream()
                        .filter(parent -> values.equals(parent.key(key.referenced())))
                        .noneMatch(parent -> parent.gone);
    }

    private void write(Actor row, List<Column<?>> columns, @Nullable List<@Nullable Object> values) {
        for (int i = 0; i < columns.size(); i++) {
            row.values.put(columns.get(i), values == null ? null : values.get(i));
        }
        if (values != null) {
            row.table.outgoing.forEach(key -> index(row, key));
        }
    }

    /** Where the checks come last: whether somebody still refers to a row that went. */
    private void checkLeft() {
        if (order == ReferentialOrder.BY_ROW_WITH_CHECKS_LAST) {
            for (Actor row : leaving) {
                for (Key key : row.table.incoming) {
                    if (!key.atCommit() && !children(row, key).isEmpty()) {
                        throw new Refused(key);
                    }
                }
            }
            for (Map<List<Object>, Actor> rows : actors.values()) {
                for (Actor row : rows.values()) {
                    row.table.outgoing.stream()
                            .filter(key -> key.rule() == ReferentialAction.SET_DEFAULT && !row.gone)
                            .forEach(key -> checkDefault(row, key));
                }
            }
        }
        leaving.clear();
    }

    private void checkDefault(Actor row, Key key) {
        List<@Nullable Object> values = new ArrayList<>();
        defaults.values(key).forEach(value -> values.add(KeyValues.of(value)));
        if (values.equals(row.key(key.columns())) && defaults.dangling(key)) {
            throw new Refused(key);
        }
    }
}
