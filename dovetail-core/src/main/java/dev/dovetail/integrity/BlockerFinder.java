package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ReferencingRows;
import dev.dovetail.integrity.ActualKeys.Key;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private final ActualKeys keys;
    private final WrittenRow row;
    private final Set<String> cascaded = new HashSet<>();
    private final List<Blocker> blockers = new ArrayList<>();

    private record Blocker(Key foreignKey, List<Object> key, ReferencingRows rows) {}

    private BlockerFinder(FailureContext context, Lookups lookups, WrittenRow row) {
        this.context = context;
        this.lookups = lookups;
        this.keys = context.keys();
        this.row = row;
    }

    static @Nullable Finding find(FailureContext context, Lookups lookups) {
        Table table = context.failed().table();
        if (table == null || context.failed().isInsert()) {
            return null;
        }
        for (WrittenRow row : context.failed().candidates()) {
            Finding finding = new BlockerFinder(context, lookups, row).find(table);
            if (finding != null) {
                return finding;
            }
        }
        return null;
    }

    private @Nullable Finding find(Table target) {
        // The statement's conditions name the statement's own Table object; in SQL both have the same name.
        TableSource source = new TableSource(target, null);
        if (context.failed().isDelete()) {
            cascaded(target);
        }
        search(target, source, context.failed().where(), 0);
        // Where the database names one, the others are told with it.
        return blockers.stream()
                .filter(blocker -> context.isReported(blocker.foreignKey().foreignKey())
                        && PrintedValues.mayBe(context.report().values(), blocker.key()))
                .findFirst()
                .map(blocker -> Finding.of(facts(blocker), row.row()))
                .orElse(null);
    }

    /** Collects the tables from which a cascade may take rows. */
    private void cascaded(Table table) {
        for (Key key : keys.referencing(table)) {
            if (key.foreignKey().onDelete() == ReferentialAction.CASCADE
                    && cascaded.add(name(key.foreignKey().table()))) {
                cascaded(key.foreignKey().table());
            }
        }
    }

    private static String name(Table table) {
        return table.name().toLowerCase(Locale.ROOT);
    }

    private void search(Table table, TableSource source, List<Expression<Boolean>> going, int depth) {
        for (Key key : keys.referencing(table)) {
            ForeignKey foreignKey = key.foreignKey();
            List<Column<?>> referenced = ActualKeys.referenced(table, foreignKey);
            if (referenced.isEmpty() || !concerns(referenced)) {
                continue;
            }
            TableSource child = new TableSource(foreignKey.table(), "referring_" + (depth + 1));
            List<Expression<Boolean>> reached = Lookups.join(source, referenced, child, foreignKey.columns());
            reached.addAll(going);
            if (context.failed().isUpdate()) {
                reached.add(changed(source, referenced));
            }
            Expression<Boolean> refers = Lookups.exists(source, referenced.get(0), reached);
            ReferentialAction action = context.failed().isDelete() ? foreignKey.onDelete() : foreignKey.onUpdate();
            if (action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT) {
                if (!key.atCommit() && !mayGoToo(foreignKey, depth)) {
                    look(key, child, refers, going);
                }
            } else if (action == ReferentialAction.CASCADE && context.failed().isDelete() && depth < MAX_DEPTH) {
                search(foreignKey.table(), child, List.of(refers), depth + 1);
            }
        }
    }

    // Which rows a cascade takes by some other way cannot be asked for in one bounded query; the replay will tell.
    private boolean mayGoToo(ForeignKey foreignKey, int depth) {
        boolean sameTable = foreignKey
                .table()
                .name()
                .equalsIgnoreCase(context.failed().table().name());
        if (context.failed().isUpdate()) {
            return sameTable
                    && foreignKey.columns().stream()
                            .anyMatch(column -> context.failed().assigns(column.name()));
        }
        return cascaded.contains(name(foreignKey.table())) || sameTable && depth > 0;
    }

    // An update disturbs only those who refer to a column that it sets, and not if the database computes the value.
    private boolean concerns(List<Column<?>> referenced) {
        return context.failed().isDelete()
                || referenced.stream().anyMatch(column -> row.values().containsKey(column.name()))
                        && referenced.stream()
                                .noneMatch(column -> context.failed().assigns(column.name())
                                        && !row.values().containsKey(column.name()));
    }

    /** The key that a row has is not the one that it was to get. */
    private Expression<Boolean> changed(TableSource source, List<Column<?>> referenced) {
        List<Condition> same = new ArrayList<>();
        for (Column<?> column : referenced) {
            if (row.values().containsKey(column.name())) {
                Object value = row.values().get(column.name());
                same.add(
                        value == null
                                ? new IsNull(Lookups.ref(source, column), false)
                                : Lookups.equal(source, List.of(column), List.of(value))
                                        .get(0));
            }
        }
        return new Not(Sql.and(same.toArray(Condition[]::new)));
    }

    private void look(Key key, TableSource child, Expression<Boolean> refers, List<Expression<Boolean>> going) {
        ForeignKey foreignKey = key.foreignKey();
        List<Expression<Boolean>> where = new ArrayList<>(List.of(refers));
        if (foreignKey.table().name().equalsIgnoreCase(foreignKey.referencedTable())
                && context.failed().isDelete()) {
            List<Column<?>> identity = foreignKey.table().primaryKey().columns();
            if (identity.isEmpty()) {
                return;
            }
            where.add(staying(foreignKey.table(), identity, child, going));
        }
        List<List<@Nullable Object>> found = rows(key, child, where);
        if (found.isEmpty()) {
            return;
        }
        List<Object> values = key(foreignKey, found.get(0));
        if (!found.stream().allMatch(one -> key(foreignKey, one).equals(values))) {
            // Several rows would go, and each has its own; the count must be that of the one that is named.
            where.addAll(Lookups.equal(child, foreignKey.columns(), values));
            found = rows(key, child, where);
        }
        if (!found.isEmpty()) {
            blockers.add(new Blocker(key, values, referencing(key, found)));
        }
    }

    // Rows of the same table that the statement itself removes are in nobody's way.
    private static Expression<Boolean> staying(
            Table table, List<Column<?>> identity, TableSource child, List<Expression<Boolean>> going) {
        TableSource self = new TableSource(table, null);
        List<Expression<Boolean>> same = Lookups.join(self, identity, child, identity);
        same.addAll(going);
        return new Not(Lookups.exists(self, identity.get(0), same));
    }

    private List<List<@Nullable Object>> rows(Key key, TableSource child, List<? extends Expression<Boolean>> where) {
        ForeignKey foreignKey = key.foreignKey();
        List<Column<?>> columns = new ArrayList<>(foreignKey.columns());
        columns.addAll(foreignKey.table().primaryKey().columns());
        SchemaView view = key.source() == FactSource.MODEL ? context.model() : context.catalogue();
        return lookups.rows(view, child, columns, where, SAMPLE + 1, row.arguments());
    }

    private static List<Object> key(ForeignKey foreignKey, List<@Nullable Object> found) {
        return List.copyOf(found.subList(0, foreignKey.columns().size()));
    }

    private static ReferencingRows referencing(Key key, List<List<@Nullable Object>> found) {
        ForeignKey foreignKey = key.foreignKey();
        boolean more = found.size() > SAMPLE;
        List<List<@Nullable Object>> shown = more ? found.subList(0, SAMPLE) : found;
        boolean identified = !foreignKey.table().primaryKey().isEmpty();
        int width = foreignKey.columns().size();
        return new ReferencingRows(
                foreignKey.table().name(),
                ForeignKeyText.names(foreignKey.columns()),
                key.name(),
                shown.size(),
                more,
                identified
                        ? shown.stream()
                                .map(one -> one.subList(width, one.size()))
                                .toList()
                        : List.of());
    }

    private ConstraintFacts facts(Blocker first) {
        Key key = first.foreignKey();
        ForeignKey foreignKey = key.foreignKey();
        List<String> referenced = referenced(key);
        ConstraintFacts facts = Facts.of(
                key.name(),
                ForeignKeyText.of(foreignKey, referenced),
                false,
                foreignKey.table().name(),
                ForeignKeyText.names(foreignKey.columns()),
                Map.of(
                        Fact.CONSTRAINT, key.source(),
                        Fact.COLUMNS, key.source(),
                        Fact.REFERENCING, lookups.source()));
        return Facts.withForeignKey(
                Facts.withValues(facts, first.key()),
                new ForeignKeyFacts(
                        ForeignKeySide.STILL_REFERENCED, foreignKey.referencedTable(), referenced, others(first)),
                lookups.source());
    }

    private List<String> referenced(Key key) {
        Table target = context.viewOf(key.foreignKey()).target(key.foreignKey());
        return target == null ? List.of() : ForeignKeyText.names(ActualKeys.referenced(target, key.foreignKey()));
    }

    // The others are named with the first only where they refer to the same row by the same columns.
    private List<ReferencingRows> others(Blocker first) {
        List<String> referenced = referenced(first.foreignKey());
        String target = first.foreignKey().foreignKey().referencedTable();
        return blockers.stream()
                .filter(blocker ->
                        blocker.foreignKey().foreignKey().referencedTable().equals(target)
                                && referenced(blocker.foreignKey()).equals(referenced)
                                && blocker.key().equals(first.key()))
                .map(Blocker::rows)
                .toList();
    }
}
