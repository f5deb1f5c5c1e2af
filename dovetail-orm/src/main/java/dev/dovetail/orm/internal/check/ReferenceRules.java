package dev.dovetail.orm.internal.check;

import dev.dovetail.ValueText;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys: what a row refers to is written by the same flush, or is in the database and stays there. One query for
 * each referenced table.
 */
final class ReferenceRules {

    private final PendingRows rows;
    private final Findings findings;
    private final LoadContext session;
    private final Map<Target, Map<List<Object>, List<Reference>>> open = new LinkedHashMap<>();

    ReferenceRules(PendingRows rows, Findings findings, LoadContext session) {
        this.rows = rows;
        this.findings = findings;
        this.session = session;
    }

    void check() {
        rows.written().forEach(this::collect);
        open.forEach(this::lookUp);
    }

    private void collect(PendingRow row) {
        for (EntityDescriptor<?> type = row.type(); type != null; type = type.base()) {
            for (ForeignKeyDescriptor key : type.outgoing()) {
                if (key.child() == type && row.writes(key.childColumns())) {
                    collect(row, key);
                }
            }
            unmapped(row, type);
        }
    }

    private void collect(PendingRow row, ForeignKeyDescriptor key) {
        List<Object> reference = Keys.of(row, key.childColumns());
        if (reference == null || reference.stream().anyMatch(PendingRow.NewKey.class::isInstance)) {
            return; // MATCH SIMPLE asks nothing of a key with a NULL; the new row is in this flush
        }
        if (reference.contains(PendingRow.UNKNOWN)) {
            findings.unchecked(
                    "foreign key " + key.constraint().name() + " of " + row,
                    "its value is only known when it is inserted");
            return;
        }
        // of the table that is referred to, which a joined subclass has besides its base's
        Target target = new Target(key.parent(), session.mappings().metadata().referencedColumns(key.constraint()));
        open.computeIfAbsent(target, ignored -> new LinkedHashMap<>())
                .computeIfAbsent(reference, ignored -> new ArrayList<>())
                .add(new Reference(row, key));
    }

    /** A key to a table that is no entity's. */
    private void unmapped(PendingRow row, EntityDescriptor<?> type) {
        for (ForeignKey constraint : type.table().foreignKeys()) {
            boolean mapped =
                    type.outgoing().stream().anyMatch(key -> key.constraint().equals(constraint));
            if (!mapped
                    && row.inserts()
                    && (type.base() == null || !type.inBaseTable())
                    && !inherits(type, constraint)) {
                findings.unchecked(
                        "foreign key " + constraint.name() + " of " + type.name(),
                        "no entity has the table that it refers to");
            }
        }
    }

    /** The key by which a joined class's table refers to its base's; and keys of classes that share the table. */
    private static boolean inherits(EntityDescriptor<?> type, ForeignKey constraint) {
        boolean toBase =
                type.base() != null && type.table().primaryKey().columns().equals(constraint.columns());
        return toBase
                || type.root().hierarchy().stream()
                        .anyMatch(other -> other.outgoing().stream()
                                .anyMatch(key -> key.constraint().equals(constraint)));
    }

    private void lookUp(Target target, Map<List<Object>, List<Reference>> references) {
        references.keySet().removeAll(written(target));
        Map<List<Object>, PendingRow> going = going(target);
        List<List<Object>> wanted = references.keySet().stream()
                .filter(key -> !going.containsKey(key))
                .limit(Keys.LIMIT)
                .toList();
        Set<List<Object>> found = wanted.isEmpty() ? Set.of() : present(target, wanted);
        references.forEach((key, referring) -> {
            PendingRow goes = going.get(key);
            if (goes != null) {
                referring.forEach(reference -> parentGoes(reference, goes));
            } else if (!wanted.contains(key)) {
                referring.forEach(reference -> findings.unchecked(
                        "foreign key " + reference.key().constraint().name() + " of " + reference.row(),
                        "a check asks for " + Keys.LIMIT + " keys of a table at most"));
            } else if (!found.contains(key) && !Set.copyOf(wanted).containsAll(found)) {
                // It has found what is not the same here, as a collation may have it.
                referring.forEach(reference -> findings.unchecked(
                        "foreign key " + reference.key().constraint().name() + " of " + reference.row(),
                        "the database compares in another way"));
            } else if (!found.contains(key)) {
                referring.forEach(reference -> missing(reference, target));
            } else if (rows.mayLoseRows(target.table())) {
                referring.forEach(reference -> findings.unchecked(
                        "foreign key " + reference.key().constraint().name() + " of " + reference.row(),
                        ValueText.name(target.table().name()) + " " + ValueText.key(key)
                                + " may be deleted in the same flush"));
            }
        });
    }

    private void missing(Reference reference, Target target) {
        findings.problem(
                ProblemKind.MISSING_PARENT,
                reference.row(),
                reference.key().childColumns(),
                reference.key().constraint().name(),
                List.of(),
                place -> place.assignment() + ": no "
                        + ValueText.name(target.table().name()) + " has " + target.names() + " = "
                        + ValueText.key(place.values()));
    }

    private void parentGoes(Reference reference, PendingRow parent) {
        findings.problem(
                ProblemKind.MISSING_PARENT,
                reference.row(),
                reference.key().childColumns(),
                reference.key().constraint().name(),
                List.of(parent.entity()),
                place -> place.assignment() + ": " + parent + (parent.deletes() ? " is deleted" : " gets another key")
                        + " in the same flush");
    }

    /** The keys that rows of this flush have afterwards. */
    private Set<List<Object>> written(Target target) {
        Set<List<Object>> written = new HashSet<>();
        rows.written().filter(row -> row.type().isA(target.type())).forEach(row -> {
            List<Object> key = target.of(row);
            if (key != null) {
                written.add(key);
            }
        });
        return written;
    }

    /** The rows of this flush that give a key up. */
    private Map<List<Object>, PendingRow> going(Target target) {
        Map<List<Object>, PendingRow> going = new LinkedHashMap<>();
        for (PendingRow row : rows.all()) {
            List<Object> before = row.inserts() || !row.type().isA(target.type()) ? null : target.before(row);
            boolean gone = before != null && (row.deletes() || !before.equals(target.of(row)));
            if (gone) {
                going.put(before, row);
            }
        }
        return going;
    }

    private Set<List<Object>> present(Target target, List<List<Object>> wanted) {
        TableSource source = Sql.table(target.table());
        List<Expression<?>> selected =
                target.columns().stream().<Expression<?>>map(source::col).toList();
        Set<List<Object>> present = new HashSet<>();
        for (Row row : session.connection(target.type())
                .list(Sql.select(selected).from(source).where(Keys.among(source, target.columns(), wanted)))) {
            List<Object> key = Keys.read(row, 0, target.columns());
            if (key != null) {
                present.add(key);
            }
        }
        return present;
    }

    /** One row's need for another. */
    private record Reference(PendingRow row, ForeignKeyDescriptor key) {}

    /** What is referred to: columns of a table. */
    private record Target(EntityDescriptor<?> type, List<Column<?>> columns) {

        Table table() {
            return columns.get(0).table();
        }

        String names() {
            return columns.size() == 1
                    ? columns.get(0).name()
                    : ValueText.names(columns.stream().map(Column::name).toList());
        }

        @Nullable
        List<Object> of(PendingRow row) {
            return Keys.known(row, positions(row.type()));
        }

        @Nullable
        List<Object> before(PendingRow row) {
            return Keys.before(row, positions(row.type()));
        }

        private int[] positions(EntityDescriptor<?> rowType) {
            return columns.stream()
                    .mapToInt(column -> Keys.position(rowType, column))
                    .toArray();
        }
    }
}
