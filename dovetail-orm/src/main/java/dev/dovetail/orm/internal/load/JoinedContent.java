package dev.dovetail.orm.internal.load;

import dev.dovetail.engine.Cursor;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.type.Codec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of a result, in one pass over its rows: the query's own, and those that each joined relationship leads to. */
final class JoinedContent {

    private final LoadPlan plan;
    private final List<JoinedSelect.Node> nodes;
    private List<InstanceState> rows = new ArrayList<>();
    private List<Object> keys = new ArrayList<>();
    /** Most rows have the owner of the row before. */
    private final @Nullable InstanceState[] lastOwners;

    private final List<Set<InstanceState>> lastFound;
    private boolean remembered;
    private final List<Map<InstanceState, Set<InstanceState>>> found = new ArrayList<>();

    JoinedContent(LoadPlan plan, List<JoinedSelect.Node> nodes) {
        this.plan = plan;
        this.nodes = nodes;
        nodes.forEach(node -> found.add(new LinkedHashMap<>()));
        this.lastOwners = new InstanceState[nodes.size()];
        this.lastFound = new ArrayList<>(Collections.nCopies(nodes.size(), Set.of()));
    }

    /**
     * Reads rows.
     *
     * @param cursor the rows
     * @param target where the objects go
     * @param most how many rows at most
     * @param keyColumns the columns, from 1, by which the rows will be told apart; none for no need
     */
    void read(Cursor cursor, RowTarget target, int most, int... keyColumns) {
        cursor.read(() -> {
            if (nodes.isEmpty() && keyColumns.length == 0) {
                readAlone(cursor, target, most);
            } else {
                readJoined(cursor, target, most, keyColumns);
            }
        });
    }

    private void readAlone(Cursor cursor, RowTarget target, int most) throws SQLException {
        EntityRows own = new EntityRows(plan.layout(), cursor, 1);
        LoadedTogether together = target.keeps() ? LoadedTogether.begin(plan) : null;
        while (rows.size() < most && cursor.next()) {
            InstanceState state = own.take(target);
            rows.add(state);
            if (together != null) {
                together.join(state);
            }
        }
        remembered = true;
        if (rows.size() == 1 && !plan.matters()) {
            rows.get(0).leaveSiblings();
        }
    }

    private void readJoined(Cursor cursor, RowTarget target, int most, int... keyColumns) throws SQLException {
        EntityRows own = new EntityRows(plan.layout(), cursor, 1);
        List<EntityRows> joined = nodes.stream()
                .map(node -> new EntityRows(node.branch().target().layout(), cursor, node.firstColumn()))
                .toList();
        List<Codec<?>> keyCodecs =
                Arrays.stream(keyColumns).<Codec<?>>mapToObj(cursor::codec).toList();
        @Nullable InstanceState[] states = new InstanceState[nodes.size()];
        while (rows.size() < most && cursor.next()) {
            InstanceState root = own.take(target);
            rows.add(root);
            if (keyColumns.length > 0) {
                keys.add(key(cursor, keyColumns, keyCodecs));
            }
            for (int i = 0; i < states.length; i++) {
                JoinedSelect.Node node = nodes.get(i);
                InstanceState owner = node.owner() < 0 ? root : states[node.owner()];
                states[i] = owner == null ? null : take(i, owner, joined.get(i), target);
            }
        }
    }

    private static Object key(Cursor cursor, int[] columns, List<Codec<?>> codecs) throws SQLException {
        Object[] parts = new Object[columns.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Objects.requireNonNull(codecs.get(i).read(cursor.resultSet(), columns[i]));
        }
        return Keys.of(parts);
    }

    private @Nullable InstanceState take(int number, InstanceState owner, EntityRows row, RowTarget target)
            throws SQLException {
        if (lastOwners[number] != owner) {
            lastOwners[number] = owner;
            lastFound.set(number, found.get(number).computeIfAbsent(owner, ignored -> new LinkedHashSet<>()));
        }
        if (row.isNull()) {
            return null;
        }
        InstanceState state = row.take(target);
        lastFound.get(number).add(state);
        return state;
    }

    /** The query's own objects, one for each row. */
    List<InstanceState> rows() {
        return rows;
    }

    /** Puts the rows into the order of their numeric keys, if they are not. */
    void sort() {
        for (int i = 1; i < rows.size(); i++) {
            if (number(i - 1) > number(i)) {
                Integer[] places = new Integer[rows.size()];
                Arrays.setAll(places, place -> place);
                Arrays.sort(places, Comparator.comparingLong(this::number));
                List<InstanceState> sortedRows = new ArrayList<>(places.length);
                List<Object> sortedKeys = new ArrayList<>(places.length);
                for (int place : places) {
                    sortedRows.add(rows.get(place));
                    sortedKeys.add(keys.get(place));
                }
                rows = sortedRows;
                keys = sortedKeys;
                return;
            }
        }
    }

    private long number(int row) {
        return ((Number) Objects.requireNonNull(rows.get(row).id())).longValue();
    }

    /** The query's own objects by the key in their rows, in the order of the rows. */
    Map<Object, List<InstanceState>> byKey() {
        Map<Object, List<InstanceState>> byKey = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            byKey.computeIfAbsent(keys.get(i), ignored -> new ArrayList<>()).add(rows.get(i));
        }
        return byKey;
    }

    /** The query's own objects, once each. */
    Set<InstanceState> roots() {
        return new LinkedHashSet<>(rows);
    }

    /**
     * What a holder gets.
     *
     * @param owner the holder's owner
     * @param end the relationship
     * @param objects the objects
     */
    record Filled(InstanceState owner, RelationshipEnd end, Set<InstanceState> objects) {

        Holder<?> holder() {
            return end.holder(owner.entity());
        }
    }

    /** The contents of all holders whose relationships were joined. */
    List<Filled> filled() {
        List<Filled> filled = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            RelationshipEnd end = nodes.get(i).branch().end();
            found.get(i).forEach((owner, objects) -> filled.add(new Filled(owner, end, objects)));
        }
        return filled;
    }

    /**
     * The objects at one place of the plan.
     *
     * @param plan the plan there
     * @param states the objects; once each where others were joined to them
     * @param joined their relationships that were joined
     */
    record Level(LoadPlan plan, Collection<InstanceState> states, List<RelationshipEnd> joined) {}

    /** Whether the objects know already that they came together. */
    boolean remembered() {
        return remembered;
    }

    /** The query's own objects, and those of each joined relationship. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        levels.add(new Level(plan, nodes.isEmpty() ? rows : roots(), joined(-1)));
        for (int i = 0; i < nodes.size(); i++) {
            Set<InstanceState> states = new LinkedHashSet<>();
            found.get(i).values().forEach(states::addAll);
            levels.add(new Level(nodes.get(i).branch().target(), states, joined(i)));
        }
        return levels;
    }

    private List<RelationshipEnd> joined(int owner) {
        return nodes.stream()
                .filter(node -> node.owner() == owner)
                .map(node -> node.branch().end())
                .toList();
    }
}
