package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ReferencingRows;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that keep a row from going, or from changing its key. The statement that failed has been undone, so the
 * rows that it met are still there: "refers to a row that meets the statement's conditions" is asked as EXISTS. Where
 * the rule of a foreign key is CASCADE, the referring rows would go too, and those that refer to them are looked for in
 * the same way, one EXISTS inside the other.
 */
final class BlockerFinder {

    /** How many rows are counted and shown; one more is asked for, to know whether there are more. */
    static final int SAMPLE = 5;

    private static final int MAX_DEPTH = 8;

    private final FailureContext context;
    private final Lookups lookups;
    private final SchemaView view;
    private final WrittenRow row;
    private final List<Blocker> blockers = new ArrayList<>();

    private record Blocker(ForeignKey foreignKey, List<Object> key, ReferencingRows rows) {}

    private BlockerFinder(FailureContext context, Lookups lookups, SchemaView view, WrittenRow row) {
        this.context = context;
        this.lookups = lookups;
        this.view = view;
        this.row = row;
    }

    static @Nullable Finding find(FailureContext context, Lookups lookups) {
        Table table = context.failed().table();
        if (table == null || context.failed().isInsert()) {
            return null;
        }
        for (WrittenRow row : context.failed().candidates()) {
            // Tables without a class may refer to it as well; only the catalogue knows those.
            for (boolean fromModel : List.of(true, false)) {
                SchemaView view = fromModel ? context.model() : context.catalogue();
                Table target = view.table(table.name());
                if (target != null) {
                    Finding finding = new BlockerFinder(context, lookups, view, row).find(target);
                    if (finding != null) {
                        return finding;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Finding find(Table target) {
        // The statement's conditions name the statement's own Table object; in SQL both have the same name.
        search(target, new TableSource(target, null), context.failed().where(), 0);
        return blockers.isEmpty() ? null : Finding.of(facts(blockers.get(0)), row.row());
    }

    private void search(Table table, TableSource source, List<Expression<Boolean>> going, int depth) {
        for (ForeignKey foreignKey : view.referencing(table)) {
            List<Column<?>> referenced = view.referencedColumns(foreignKey);
            if (referenced.isEmpty() || !concerns(referenced, depth)) {
                continue;
            }
            TableSource child = new TableSource(foreignKey.table(), "referring_" + (depth + 1));
            List<Expression<Boolean>> reached = Lookups.join(source, referenced, child, foreignKey.columns());
            reached.addAll(going);
            Expression<Boolean> refers = Lookups.exists(source, referenced.get(0), reached);
            ReferentialAction action = context.failed().isDelete() ? foreignKey.onDelete() : foreignKey.onUpdate();
            if (action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT) {
                look(foreignKey, child, refers, going);
            } else if (action == ReferentialAction.CASCADE && context.failed().isDelete() && depth < MAX_DEPTH) {
                search(foreignKey.table(), child, List.of(refers), depth + 1);
            }
        }
    }

    // An update disturbs only those who refer to a column that it sets.
    private boolean concerns(List<Column<?>> referenced, int depth) {
        return context.failed().isDelete()
                || depth == 0
                        && referenced.stream().anyMatch(column -> row.values().containsKey(column.name()));
    }

    private void look(
            ForeignKey foreignKey, TableSource child, Expression<Boolean> refers, List<Expression<Boolean>> going) {
        List<Expression<Boolean>> where = new ArrayList<>(List.of(refers));
        if (foreignKey.table().name().equalsIgnoreCase(foreignKey.referencedTable())) {
            where.addAll(staying(foreignKey.table(), child, going));
        }
        List<List<@Nullable Object>> found = rows(foreignKey, child, where);
        if (found.isEmpty()) {
            return;
        }
        List<Object> key = key(foreignKey, found.get(0));
        if (!found.stream().allMatch(one -> key(foreignKey, one).equals(key))) {
            // Several rows would go, and each has its own; the count must be that of the one that is named.
            found = rows(foreignKey, child, Lookups.equal(child, foreignKey.columns(), key));
        }
        blockers.add(new Blocker(foreignKey, key, referencing(foreignKey, found)));
    }

    // Rows of the same table that the statement itself removes are in nobody's way.
    private List<Expression<Boolean>> staying(Table table, TableSource child, List<Expression<Boolean>> going) {
        List<Column<?>> identity = table.primaryKey().columns();
        if (identity.isEmpty() || !context.failed().isDelete()) {
            return List.of();
        }
        TableSource self = new TableSource(table, null);
        List<Expression<Boolean>> same = Lookups.join(self, identity, child, identity);
        same.addAll(going);
        return List.of(new Not(Lookups.exists(self, identity.get(0), same)));
    }

    private List<List<@Nullable Object>> rows(
            ForeignKey foreignKey, TableSource child, List<? extends Expression<Boolean>> where) {
        List<Column<?>> columns = new ArrayList<>(foreignKey.columns());
        columns.addAll(foreignKey.table().primaryKey().columns());
        return lookups.rows(view, child, columns, where, SAMPLE + 1, row.arguments());
    }

    private static List<Object> key(ForeignKey foreignKey, List<@Nullable Object> found) {
        return List.copyOf(found.subList(0, foreignKey.columns().size()));
    }

    private ReferencingRows referencing(ForeignKey foreignKey, List<List<@Nullable Object>> found) {
        boolean more = found.size() > SAMPLE;
        List<List<@Nullable Object>> shown = more ? found.subList(0, SAMPLE) : found;
        boolean identified = !foreignKey.table().primaryKey().isEmpty();
        int width = foreignKey.columns().size();
        return new ReferencingRows(
                foreignKey.table().name(),
                ForeignKeyText.names(foreignKey.columns()),
                view.nameOf(foreignKey),
                shown.size(),
                more,
                identified
                        ? shown.stream()
                                .map(one -> one.subList(width, one.size()))
                                .toList()
                        : List.of());
    }

    private ConstraintFacts facts(Blocker first) {
        ForeignKey foreignKey = first.foreignKey();
        List<String> referenced = ForeignKeyText.names(view.referencedColumns(foreignKey));
        ConstraintFacts facts = Facts.of(
                view.nameOf(foreignKey),
                ForeignKeyText.of(foreignKey, referenced),
                false,
                foreignKey.table().name(),
                ForeignKeyText.names(foreignKey.columns()),
                Map.of(
                        Fact.CONSTRAINT, view.source(),
                        Fact.COLUMNS, view.source(),
                        Fact.REFERENCING, FactSource.PROBE));
        return Facts.withForeignKey(
                Facts.withValues(facts, first.key()),
                new ForeignKeyFacts(
                        ForeignKeySide.STILL_REFERENCED, foreignKey.referencedTable(), referenced, others(first)),
                FactSource.PROBE);
    }

    // The others are named with the first only where they refer to the same row by the same columns.
    private List<ReferencingRows> others(Blocker first) {
        List<String> referenced = ForeignKeyText.names(view.referencedColumns(first.foreignKey()));
        return blockers.stream()
                .filter(blocker -> blocker.foreignKey()
                                .referencedTable()
                                .equals(first.foreignKey().referencedTable())
                        && ForeignKeyText.names(view.referencedColumns(blocker.foreignKey()))
                                .equals(referenced)
                        && blocker.key().equals(first.key()))
                .map(Blocker::rows)
                .toList();
    }
}
