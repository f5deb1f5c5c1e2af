package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Constraint;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan for people: its steps, numbered, each with the steps that it has to come after and the constraint that says so,
 * and with its first rows. Found by one pass over the rows.
 */
final class PlanText {

    private static final int SAMPLES = 3;
    private static final String INDENT = "    ";

    private final List<FlushStep> steps;
    private final Map<InstanceState, Integer> inserted = new HashMap<>();
    private final Map<InstanceState, Unlinked> unlinked = new HashMap<>();
    private final Map<InstanceState, Integer> written = new HashMap<>();
    private final Map<ForeignKeyDescriptor, Map<List<Object>, Integer>> provided = new HashMap<>();
    private final Map<ForeignKeyDescriptor, Map<List<Object>, Integer>> givenUp = new HashMap<>();
    private final Map<UniqueValue, Integer> freed = new HashMap<>();
    private final Map<EntityDescriptor<?>, Integer> deleted = new HashMap<>();
    private final Map<InstanceState, Map<ForeignKeyDescriptor, Integer>> deletedBelow = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private PlanText(FlushPlan plan) {
        this.steps = plan.all();
    }

    static String of(FlushPlan plan) {
        return new PlanText(plan).print();
    }

    private String print() {
        for (int step = 0; step < steps.size(); step++) {
            print(step + 1, steps.get(step));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private void print(int number, FlushStep step) {
        Map<Integer, Set<String>> after = new TreeMap<>();
        List<?> rows;
        if (step instanceof CheckStep) {
            lines.add(number + ". " + step);
            return;
        }
        if (step instanceof FlushPlan.Step some) {
            rows = some.rows();
            lines.add(number + ". " + some.kind() + " " + some.entity().table().name() + " × " + rows.size());
            some.rows().forEach(row -> waits(row, after));
            some.rows().forEach(row -> provides(row, number));
        } else if (step instanceof SetDelete some) {
            rows = List.of(some);
            lines.add(number + ". DELETE " + some.entity().table().name() + ", not loaded");
            waits(some, after);
            provides(some, number);
        } else {
            LinkStep some = (LinkStep) step;
            rows = some.rows();
            lines.add(number + ". " + some.first().kind() + " "
                    + some.first().table().table().name() + " × " + rows.size());
            some.rows().forEach(link -> waits(link, after));
            some.rows().forEach(link -> provides(link, number));
        }
        after.remove(number);
        after.forEach((earlier, reasons) -> lines.add(INDENT + "after " + earlier + ": " + String.join(", ", reasons)));
        rows.stream().limit(SAMPLES).forEach(row -> lines.add(INDENT + row));
        if (rows.size() > SAMPLES) {
            lines.add(INDENT + "… and " + (rows.size() - SAMPLES) + " more");
        }
    }

    /** What of this step others have to come after. */
    private void provides(RowChange row, int step) {
        InstanceState state = row.state();
        written.put(state, step);
        if (row.kind() == Kind.DELETE) {
            deleted.put(state.type(), step);
        }
        if (row.kind() == Kind.INSERT) {
            inserted.put(state, step);
        }
        EntityDescriptor<?> type = state.type();
        if (row.kind() != Kind.DELETE) {
            for (ForeignKeyDescriptor key : type.incoming()) {
                if (row.kind() == Kind.INSERT || row.changesAny(key.parentColumns())) {
                    put(provided, key, key.referenced(state::get), step);
                }
            }
        }
        if (row.kind() != Kind.INSERT && row.hasRow()) {
            for (ForeignKeyDescriptor key : type.outgoing()) {
                put(givenUp, key, key.reference(row.known()::value), step);
            }
            for (int key = 0; key < type.uniqueKeys().size(); key++) {
                if (row.kind() == Kind.DELETE || writes(row, type.uniqueKeys().get(key))) {
                    UniqueValue value = UniqueValue.of(type, key, row.known()::value);
                    if (value != null) {
                        freed.put(value, step);
                    }
                }
            }
        }
    }

    private void provides(LinkChange link, int step) {
        if (link.kind() == LinkChange.Kind.DELETE) {
            unlinked.putIfAbsent(
                    link.owner(), new Unlinked(step, text(link, link.table().ownColumns())));
            if (link.target() != null) {
                unlinked.putIfAbsent(
                        link.target(),
                        new Unlinked(step, text(link, link.table().targetColumns())));
            }
        }
    }

    private void provides(SetDelete set, int step) {
        deleted.put(set.entity(), step);
        if (set.keys().size() == 1) {
            set.owners()
                    .forEach(owner -> deletedBelow
                            .computeIfAbsent(owner, key -> new HashMap<>())
                            .put(set.key(), step));
        }
    }

    private static void put(
            Map<ForeignKeyDescriptor, Map<List<Object>, Integer>> index,
            ForeignKeyDescriptor key,
            Object @Nullable [] values,
            int step) {
        if (values != null) {
            index.computeIfAbsent(key, ignored -> new HashMap<>()).put(List.of(values), step);
        }
    }

    private void waits(RowChange row, Map<Integer, Set<String>> after) {
        InstanceState state = row.state();
        EntityDescriptor<?> type = state.type();
        note(after, written.get(state), "the same row");
        if (row.kind() == Kind.DELETE) {
            Unlinked links = unlinked.get(state);
            if (links != null) {
                note(after, links.step(), links.reason());
            }
            deletedBelow
                    .getOrDefault(state, Map.of())
                    .forEach((key, step) -> note(after, step, text(key.constraint())));
            for (ForeignKeyDescriptor key : type.incoming()) {
                note(after, find(givenUp, key, key.referenced(row.known()::value)), text(key.constraint()));
            }
            return;
        }
        for (ForeignKeyDescriptor key : type.outgoing()) {
            if (!row.postpones(key) && row.nulled().isEmpty()) {
                note(after, find(provided, key, key.reference(state::get)), text(key.constraint()));
            }
        }
        for (KeyCopy copy : row.copies()) {
            Integer parent = copy.parent() == null ? null : inserted.get(copy.parent());
            if (parent != null) {
                type.outgoing().stream()
                        .filter(key -> Arrays.equals(key.childColumns(), copy.columns()))
                        .forEach(key -> note(after, parent, text(key.constraint())));
            }
        }
        for (int key = 0; key < type.uniqueKeys().size(); key++) {
            boolean taken =
                    row.kind() == Kind.INSERT || writes(row, type.uniqueKeys().get(key));
            UniqueValue value = taken ? UniqueValue.of(type, key, row::wanted) : null;
            Integer giver = value == null ? null : freed.get(value);
            if (giver != null) {
                note(after, giver, text(type.uniqueConstraint(key)));
            }
        }
    }

    private static boolean writes(RowChange row, int[] columns) {
        return row.nulled().isEmpty()
                ? row.changesAny(columns)
                : Arrays.stream(columns).anyMatch(row.nulled()::contains);
    }

    private void waits(LinkChange link, Map<Integer, Set<String>> after) {
        if (link.kind() == LinkChange.Kind.INSERT) {
            note(after, inserted.get(link.owner()), text(link, link.table().ownColumns()));
            note(after, inserted.get(link.target()), text(link, link.table().targetColumns()));
        }
    }

    /** Which rows go is not known; all that may refer to them come first. */
    private void waits(SetDelete set, Map<Integer, Set<String>> after) {
        set.entity().incoming().forEach(key -> note(after, deleted.get(key.child()), text(key.constraint())));
    }

    private static @Nullable Integer find(
            Map<ForeignKeyDescriptor, Map<List<Object>, Integer>> index,
            ForeignKeyDescriptor key,
            Object @Nullable [] values) {
        return values == null ? null : index.getOrDefault(key, Map.of()).get(List.of(values));
    }

    private static void note(Map<Integer, Set<String>> after, @Nullable Integer step, String reason) {
        if (step != null) {
            after.computeIfAbsent(step, key -> new LinkedHashSet<>()).add(reason);
        }
    }

    /** A constraint as a person would write it. */
    private static String text(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            String columns =
                    key.referencedColumns().isEmpty() ? "" : "(" + String.join(", ", key.referencedColumns()) + ")";
            return key.table().name() + names(key.columns()) + " → " + key.referencedTable() + columns;
        }
        return constraint.table().name()
                + (constraint instanceof UniqueConstraint unique
                        ? names(unique.columns()) + " is unique"
                        : " has a primary key");
    }

    private static String text(LinkChange link, List<Column<?>> columns) {
        return link.table().table().foreignKeys().stream()
                .filter(key -> key.columns().equals(columns))
                .map(PlanText::text)
                .findFirst()
                .orElse(link.table().table().name());
    }

    private static String names(Collection<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Where the rows of secondary tables that refer to an object go. */
    private record Unlinked(int step, String reason) {}

    /** A value that one row at a time can have. */
    private record UniqueValue(EntityDescriptor<?> type, int key, List<Object> values) {

        static @Nullable UniqueValue of(EntityDescriptor<?> type, int key, ForeignKeyDescriptor.Values row) {
            List<Object> values = new ArrayList<>();
            for (int column : type.uniqueKeys().get(key)) {
                Object value = row.at(column);
                if (value == null) {
                    return null;
                }
                values.add(Objects.requireNonNull(value));
            }
            return new UniqueValue(type, key, values);
        }
    }
}
