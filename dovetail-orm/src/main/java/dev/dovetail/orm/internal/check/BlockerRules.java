package dev.dovetail.orm.internal.check;

import dev.dovetail.ValueText;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that go, or change their key, while others refer to them and no rule of the foreign key sees to those. One query for
 * each foreign key that leads to such rows.
 */
final class BlockerRules {

    private final PendingRows rows;
    private final Findings findings;
    private final LoadContext session;

    BlockerRules(PendingRows rows, Findings findings, LoadContext session) {
        this.rows = rows;
        this.findings = findings;
        this.session = session;
    }

    void check() {
        Map<ForeignKeyDescriptor, Map<List<Object>, PendingRow>> open = new LinkedHashMap<>();
        for (PendingRow row : rows.all()) {
            if (!row.inserts()) {
                for (ForeignKeyDescriptor key : row.type().incoming()) {
                    List<Object> before = Keys.before(row, key.parentColumns());
                    if (before != null && refuses(key, row) && leaves(row, key, before)) {
                        open.computeIfAbsent(key, ignored -> new LinkedHashMap<>())
                                .put(before, row);
                    }
                }
            }
        }
        open.forEach(this::lookUp);
    }

    /** Whether the key's rule does nothing for the referring rows, or something that they do not allow. */
    private static boolean refuses(ForeignKeyDescriptor key, PendingRow row) {
        ReferentialAction action =
                row.deletes() ? key.constraint().onDelete() : key.constraint().onUpdate();
        return switch (action) {
            case NO_ACTION, RESTRICT -> true;
            case SET_NULL -> key.constraint().columns().stream().anyMatch(column -> !column.nullable());
            case CASCADE, SET_DEFAULT -> false;
        };
    }

    private static boolean leaves(PendingRow row, ForeignKeyDescriptor key, List<Object> before) {
        return row.deletes() || row.writes(key.parentColumns()) && !before.equals(Keys.known(row, key.parentColumns()));
    }

    private void lookUp(ForeignKeyDescriptor key, Map<List<Object>, PendingRow> parents) {
        EntityDescriptor<?> child = key.child();
        if (rows.mayLoseRows(child.table())) {
            findings.unchecked(
                    "rows of " + child.name() + " that refer to " + names(parents),
                    "other statements of the flush, or rules of the database, may delete them before");
            return;
        }
        List<Column<?>> columns = Keys.columns(child, key.childColumns());
        List<Column<?>> primaryKey = new ArrayList<>(child.table().primaryKey().columns());
        TableSource source = Sql.table(child.table());
        List<Expression<?>> selected = new ArrayList<>();
        columns.forEach(column -> selected.add(source.col(column)));
        primaryKey.forEach(column -> selected.add(source.col(column)));
        List<Row> found = session.connection(child)
                .list(Sql.select(selected)
                        .from(source)
                        .where(Keys.among(
                                source,
                                columns,
                                parents.keySet().stream().limit(Keys.LIMIT).toList()))
                        .limit(Keys.LIMIT));
        if (found.size() == Keys.LIMIT || parents.size() > Keys.LIMIT) {
            findings.unchecked(
                    "more rows of " + child.name() + " that refer to " + names(parents),
                    "a check reads " + Keys.LIMIT + " rows of a table at most");
        }
        Map<PendingRow, List<List<Object>>> blockers = new LinkedHashMap<>();
        for (Row row : found) {
            List<Object> reference = Keys.read(row, 0, columns);
            List<Object> id = Keys.read(row, columns.size(), primaryKey);
            PendingRow parent = reference == null ? null : parents.get(reference);
            if (parent != null && id != null && !letsGo(child, key, id)) {
                blockers.computeIfAbsent(parent, ignored -> new ArrayList<>()).add(id);
            }
        }
        blockers.forEach((parent, children) -> blocked(key, parent, children));
    }

    /** Whether this flush deletes a referring row, or gives it another key. */
    private boolean letsGo(EntityDescriptor<?> child, ForeignKeyDescriptor key, List<Object> id) {
        EntityKey there = child.keyOf(id.toArray());
        PendingRow row = rows.at(there);
        return row != null && (row.deletes() || row.writes(key.childColumns()));
    }

    private void blocked(ForeignKeyDescriptor key, PendingRow parent, List<List<Object>> children) {
        String table = key.child().table().name();
        String sample =
                String.join(", ", children.stream().limit(3).map(ValueText::key).toList())
                        + (children.size() > 3 ? ", …" : "");
        findings.problem(
                ProblemKind.STILL_REFERENCED,
                parent,
                key.parentColumns(),
                session.mappings().metadata().referencedColumns(key.constraint()),
                key.constraint().name(),
                List.of(),
                place -> ValueText.name(place.table()) + " " + ValueText.key(place.values())
                        + " is still referenced by " + children.size()
                        + (children.size() == 1 ? " row of " : " rows of ")
                        + ValueText.name(table) + " (" + sample + ")");
    }

    private static String names(Map<List<Object>, PendingRow> parents) {
        return parents.size() == 1 ? parents.values().iterator().next().toString() : parents.size() + " rows that go";
    }
}
