package dev.dovetail.preview;

import dev.dovetail.Redacted;
import dev.dovetail.preview.GraphTable.Key;
import dev.dovetail.preview.RowGroup.Reach;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Counts what the rows that go lead to, decides whether the delete is refused, and makes the tree of it. */
final class DeleteCounts {

    private static final int SAMPLES = 5;

    private final DeleteSets sets;
    private final BiPredicate<String, String> sensitive;
    private final SetDefaults defaults;
    private final Map<Reach, Found> found = new LinkedHashMap<>();
    private final Set<RowGroup> shown = new HashSet<>();
    private final Set<GraphTable> tables = new LinkedHashSet<>();

    /** Rows that one way leads to. */
    private record Found(
            DeleteAction action,
            Where where,
            long rows,
            @Nullable String remedy) {}

    DeleteCounts(DeleteSets sets, BiPredicate<String, String> sensitive) {
        this.sets = sets;
        this.sensitive = sensitive;
        this.defaults = new SetDefaults(sets);
    }

    DeletePreview preview(List<String> given) {
        List<String> notes = new ArrayList<>(given);
        sets.groups().forEach(group -> group.leads.forEach(this::count));
        DeleteVerdict verdict = verdict(notes);
        if (sets.groups().stream().anyMatch(group -> group.atLeast)) {
            notes.add("tables that refer to each other in a circle were followed for " + ForeignKeyGraph.KEYS
                    + " rows of each; there may be more");
        }
        List<DeleteEffect> effects = new ArrayList<>();
        for (Reach root : sets.roots()) {
            effects.add(effect(
                    root,
                    new Found(
                            DeleteAction.DELETE, sets.reached(root), sets.count(root.to(), sets.reached(root)), null)));
        }
        List<DeleteTotal> totals = new ArrayList<>();
        tables.forEach(table -> totals.add(total(table)));
        return new DeletePreview(verdict, effects, totals, notes);
    }

    // What each way leads to

    private void count(Reach reach) {
        Key key = reach.key();
        if (key == null) {
            countStep(reach);
            return;
        }
        Where reached = sets.reached(reach);
        Where byDatabase = reached.and(sets.gone(key.child(), true).not());
        if (key.rule() == ReferentialAction.CASCADE) {
            put(reach, DeleteAction.DELETE, byDatabase, null);
            return;
        }
        Where staying = reached.and(sets.gone(key.child()).not());
        String remedy = remedy(key);
        if (remedy != null) {
            put(reach, DeleteAction.REFUSE, staying, remedy);
        } else {
            put(
                    reach,
                    key.rule() == ReferentialAction.SET_NULL ? DeleteAction.SET_NULL : DeleteAction.SET_DEFAULT,
                    staying,
                    null);
        }
    }

    private void countStep(Reach reach) {
        DeleteStep step = reach.step();
        if (step == null) {
            return;
        }
        if (step.action() == DeleteAction.DELETE) {
            put(reach, DeleteAction.DELETE, sets.reached(reach), null);
            return;
        }
        Where staying = sets.reached(reach).and(sets.gone(reach.to()).not());
        List<Column<?>> fixed = reach.to().same(step.foreignKey()).stream()
                .<Column<?>>filter(column -> !reach.to().nullable(column))
                .toList();
        if (fixed.isEmpty()) {
            put(reach, DeleteAction.SET_NULL, staying, null);
        } else {
            put(
                    reach,
                    DeleteAction.REFUSE,
                    staying,
                    "these rows cannot lose their key, " + GraphTable.names(fixed)
                            + " is NOT NULL: delete them too, by the cascade of " + step.name());
        }
    }

    private void put(Reach reach, DeleteAction action, Where where, @Nullable String remedy) {
        long rows = sets.count(reach.to(), where);
        if (rows > 0) {
            found.put(reach, new Found(action, where, rows, remedy));
        }
    }

    /** What can be done where a foreign key refuses, null where it does not. */
    private @Nullable String remedy(Key key) {
        if (key.refuses()) {
            return "delete these rows first, let them refer to other rows, or declare ON DELETE CASCADE"
                    + (key.nullable() ? " or SET NULL" : "");
        }
        if (key.rule() == ReferentialAction.SET_NULL && !key.nullable()) {
            return "ON DELETE SET NULL cannot write NULL, as " + GraphTable.names(key.columns())
                    + " is NOT NULL: let it be NULL, or declare ON DELETE CASCADE";
        }
        return key.rule() == ReferentialAction.SET_DEFAULT ? defaults.problem(key) : null;
    }

    // Whether it is refused

    private DeleteVerdict verdict(List<String> notes) {
        if (found.entrySet().stream()
                .anyMatch(entry -> entry.getValue().action() == DeleteAction.REFUSE && !changed(entry.getKey()))) {
            return DeleteVerdict.REFUSED;
        }
        if (found.keySet().stream().anyMatch(this::rewritesKey)) {
            notes.add("SET NULL or SET DEFAULT writes columns that other rows refer to; what these do is not followed");
            return DeleteVerdict.DEPENDS;
        }
        if (found.keySet().stream()
                .anyMatch(reach ->
                        reach.key() != null && reach.key().rule() == ReferentialAction.CASCADE && changed(reach))) {
            notes.add(
                    "foreign keys share columns: rows that one of them sets to NULL or default are not deleted by another"
                            + " that comes later");
            return DeleteVerdict.DEPENDS;
        }
        List<Reach> questionable = sets.groups().stream()
                .flatMap(group -> group.leads.stream())
                .filter(this::questionable)
                .toList();
        if (questionable.isEmpty() && !deep()) {
            return DeleteVerdict.ALLOWED;
        }
        Rehearsal rehearsal = new Rehearsal(sets, defaults);
        if (!rehearsal.possible()) {
            notes.add("there are too many rows to rehearse in which order "
                    + sets.dialect().name() + " would take them, and"
                    + (questionable.isEmpty()
                            ? " it refuses where rows refer to each other over too many levels"
                            : " rows that would go themselves also refer to rows that go, by keys that refuse"));
            return DeleteVerdict.DEPENDS;
        }
        Set<@Nullable Key> outcomes = rehearsal.outcomes();
        if (outcomes.size() > 1 && outcomes.contains(null)) {
            notes.add("rows that would go themselves also refer to rows that go by keys that refuse; "
                    + sets.dialect().name()
                    + " does not tell in which order it follows foreign keys, and that decides");
            return DeleteVerdict.DEPENDS;
        }
        Key refusing = outcomes.iterator().next();
        if (refusing == null) {
            found.entrySet().removeIf(entry -> entry.getValue().action() == DeleteAction.REFUSE);
            return DeleteVerdict.ALLOWED;
        }
        if (rehearsal.tooDeep()) {
            notes.add(sets.dialect().name() + " refuses, because rows refer to each other over more than "
                    + sets.dialect().cascadeDepth() + " levels: delete the deepest first");
        }
        for (Reach reach : questionable) {
            if (reach.key() == refusing) {
                Where going = sets.reached(reach).and(going(reach));
                long rows = sets.count(reach.to(), going);
                if (rows > 0) {
                    found.put(
                            reach,
                            new Found(
                                    DeleteAction.REFUSE,
                                    going,
                                    rows,
                                    "these rows go themselves, but this key is looked at before: declare ON DELETE CASCADE,"
                                            + " or delete them first"));
                }
            }
        }
        return DeleteVerdict.REFUSED;
    }

    /** Whether rows may refer to each other over more levels than the database follows. */
    private boolean deep() {
        return sets.levels() >= sets.dialect().cascadeDepth()
                && found.entrySet().stream()
                                .filter(entry -> entry.getKey().key() != null)
                                .mapToLong(entry -> entry.getValue().rows())
                                .sum()
                        >= sets.dialect().cascadeDepth();
    }

    /** Whether rows that go themselves could be met by a key that refuses. */
    private boolean questionable(Reach reach) {
        Key key = reach.key();
        if (key == null || key.rule() == ReferentialAction.CASCADE) {
            return false;
        }
        return found.containsKey(reach) && changed(reach)
                || remedy(key) != null
                        && !key.atCommit()
                        && sets.count(key.child(), sets.reached(reach).and(going(reach))) > 0;
    }

    /** Rows that the session deletes are gone before; those of one statement may not be. */
    private Where going(Reach reach) {
        return sets.actor() == DeleteActor.STATEMENT ? sets.gone(reach.to()) : sets.gone(reach.to(), false);
    }

    /** Whether another key writes columns of this one. */
    private boolean changed(Reach reach) {
        Key key = reach.key();
        return key != null
                && found.keySet().stream()
                        .anyMatch(other -> other.key() != null
                                && other.key() != key
                                && other.key().child() == key.child()
                                && writes(other.key())
                                && other.key().touches(key.columns()));
    }

    private static boolean writes(Key key) {
        return key.rule() == ReferentialAction.SET_NULL || key.rule() == ReferentialAction.SET_DEFAULT;
    }

    private boolean rewritesKey(Reach reach) {
        Key key = reach.key();
        return key != null
                && writes(key)
                && key.child().incoming.stream().anyMatch(other -> key.touches(other.referenced()));
    }

    // The tree

    private DeleteEffect effect(Reach reach, Found rows) {
        tables.add(reach.to());
        Key key = reach.key();
        RowGroup group = rows.action() == DeleteAction.DELETE ? sets.group(reach) : null;
        boolean first = group != null && shown.add(group);
        List<DeleteEffect> effects = new ArrayList<>();
        if (first) {
            for (Reach lead : sorted(group.leads)) {
                Found next = found.get(lead);
                if (next != null) {
                    effects.add(effect(lead, next));
                }
            }
        }
        boolean elsewhere = group != null && !first && group.leads.stream().anyMatch(found::containsKey);
        return new DeleteEffect(
                reach.to().name(),
                key != null ? DeleteActor.DATABASE : sets.actor(),
                rows.action(),
                key != null
                        ? key.toString()
                        : reach.step() != null ? reach.step().name() : null,
                key == null ? null : key.entry().name(),
                key == null ? null : key.rule(),
                rows.rows(),
                sets.atLeast(reach.to()) || reach.from() != null && reach.from().atLeast,
                reach.to().identity().stream().map(Column::name).toList(),
                samples(reach.to(), rows.where()),
                rows.remedy(),
                elsewhere,
                effects);
    }

    /** What the program does stands first; the order of the rest is the same on every database. */
    private static List<Reach> sorted(List<Reach> leads) {
        return leads.stream()
                .sorted(Comparator.comparing(
                        lead -> lead.key() == null ? "" : lead.key().toString()))
                .toList();
    }

    private List<List<@Nullable Object>> samples(GraphTable table, Where where) {
        List<Operand<?>> identity = new ArrayList<>();
        table.identity().forEach(column -> identity.add(table.ref(column)));
        if (identity.isEmpty()) {
            return List.of();
        }
        List<List<@Nullable Object>> samples = new ArrayList<>();
        for (Row row : sets.rows(table, where, identity, SAMPLES)) {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < identity.size(); i++) {
                key.add(hidden(table, table.identity().get(i), new HashSet<>()) ? Redacted.VALUE : row.get(i));
            }
            samples.add(Collections.unmodifiableList(key));
        }
        return samples;
    }

    /** A column that refers to a sensitive one has its values. */
    private boolean hidden(GraphTable table, Column<?> column, Set<Column<?>> seen) {
        if (!seen.add(column)) {
            return false;
        }
        if (sensitive.test(table.table().name(), column.name())) {
            return true;
        }
        return table.outgoing.stream()
                .anyMatch(key -> key.columns().contains(column)
                        && hidden(
                                key.parent(), key.referenced().get(key.columns().indexOf(column)), seen));
    }

    private DeleteTotal total(GraphTable table) {
        long program = sets.count(table, sets.gone(table, true));
        long database = sets.count(
                table, sets.gone(table, false).and(sets.gone(table, true).not()));
        return new DeleteTotal(
                table.name(),
                program,
                database,
                total(table, DeleteAction.SET_NULL),
                total(table, DeleteAction.SET_DEFAULT),
                total(table, DeleteAction.REFUSE),
                sets.atLeast(table));
    }

    private long total(GraphTable table, DeleteAction action) {
        List<Where> parts = new ArrayList<>();
        found.forEach((reach, rows) -> {
            if (reach.to() == table && rows.action() == action) {
                parts.add(rows.where());
            }
        });
        return parts.isEmpty() ? 0 : sets.count(table, Where.any(parts));
    }
}
