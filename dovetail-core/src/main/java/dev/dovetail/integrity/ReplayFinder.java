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
import dev.dovetail.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last resort for a foreign key about which neither the report nor the statement's values say enough: the statement is
 * repeated with the checks put off, what dangles then is found, and everything is taken back. A key that dangles although
 * its target exists again once that is done was broken by taking the target away; otherwise the target was never there.
 */
final class ReplayFinder {

    /** To look for what dangles is to read a table from end to end. */
    static final int MOST_SCANNED = 100_000;

    private final FailureContext context;
    private final Lookups lookups;
    private final SchemaView view;
    private final Set<ForeignKey> overfull = new HashSet<>();

    ReplayFinder(FailureContext context, Lookups lookups) {
        this.context = context;
        this.lookups = lookups;
        this.view = context.catalogue();
    }

    @Nullable
    Finding find() {
        List<Integer> rows = context.failed().candidates().stream()
                .map(WrittenRow::row)
                .distinct()
                .toList();
        if (rows.isEmpty() && context.failed().rows().size() == 1) {
            rows = List.of(0); // INSERT … SELECT: what it writes is not known here
        }
        if (rows.size() != 1) {
            return null;
        }
        reachable().stream()
                .filter(table -> lookups.hasMoreRows(table, MOST_SCANNED))
                .forEach(table -> overfull.addAll(table.foreignKeys()));
        Set<DanglingReference> before = dangling();
        Set<DanglingReference> after = lookups.probe().replay(context.failed(), rows.get(0), this::dangling);
        if (after == null) {
            return null;
        }
        after.removeAll(before);
        return after.isEmpty() ? null : Finding.of(facts(List.copyOf(after)), rows.get(0));
    }

    private Set<DanglingReference> dangling() {
        Set<DanglingReference> found = new LinkedHashSet<>();
        for (Table table : reachable()) {
            for (ForeignKey foreignKey : table.foreignKeys()) {
                ForeignKey declared = context.model().same(foreignKey);
                if (overfull.contains(foreignKey) || declared != null && declared.initiallyDeferred()) {
                    continue;
                }
                List<DanglingReference> rows = DanglingRows.of(lookups, view, foreignKey, ForeignKeyVerifier.LIMIT);
                found.addAll(rows);
                if (rows.size() == ForeignKeyVerifier.LIMIT) {
                    // Those that dangled before cannot be told from new ones if not all are seen.
                    overfull.add(foreignKey);
                    found.removeAll(rows);
                }
            }
        }
        return found;
    }

    /** The table that the statement writes to, and all those that it can reach through foreign keys. */
    private Collection<Table> reachable() {
        Table written = context.failed().table();
        Table start = written == null ? null : view.same(written);
        if (start == null) {
            return view.tables();
        }
        Set<Table> reached = new LinkedHashSet<>(Set.of(start));
        Deque<Table> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (ForeignKey foreignKey : view.referencing(open.pop())) {
                if (reached.add(foreignKey.table())) {
                    open.push(foreignKey.table());
                }
            }
        }
        return reached;
    }

    private ConstraintFacts facts(List<DanglingReference> broken) {
        DanglingReference first = broken.get(0);
        ForeignKey actual = view.foreignKey(first);
        ForeignKey declared = context.model().foreignKey(first);
        ForeignKey known = declared == null ? actual : declared;
        ConstraintFacts facts = Facts.of(
                declared == null ? null : declared.name(),
                known == null ? null : ForeignKeyText.of(actual == null ? known : actual, first.referencedColumns()),
                false,
                first.table(),
                first.columns(),
                Map.of(
                        Fact.CONSTRAINT,
                        declared == null ? FactSource.CATALOG : FactSource.MODEL,
                        Fact.COLUMNS,
                        FactSource.CATALOG));
        boolean stillReferenced = actual != null && targetExists(actual, first.values());
        ForeignKeyFacts foreignKey = new ForeignKeyFacts(
                stillReferenced ? ForeignKeySide.STILL_REFERENCED : ForeignKeySide.MISSING_PARENT,
                first.referencedTable(),
                first.referencedColumns(),
                stillReferenced ? List.of(referencing(broken, declared)) : List.of());
        return Facts.withForeignKey(Facts.withValues(facts, first.values()), foreignKey, FactSource.PROBE);
    }

    private boolean targetExists(ForeignKey foreignKey, List<@Nullable Object> values) {
        Table target = view.target(foreignKey);
        List<Column<?>> columns = view.referencedColumns(foreignKey);
        return target != null && lookups.exists(view, target, columns, values);
    }

    private static ReferencingRows referencing(List<DanglingReference> broken, @Nullable ForeignKey declared) {
        DanglingReference first = broken.get(0);
        List<List<@Nullable Object>> keys = new ArrayList<>();
        for (DanglingReference reference : broken) {
            if (reference.table().equals(first.table())
                    && reference.columns().equals(first.columns())
                    && reference.values().equals(first.values())) {
                keys.add(reference.key());
            }
        }
        boolean identified = !first.key().isEmpty();
        boolean more = keys.size() > BlockerFinder.SAMPLE;
        int count = more ? BlockerFinder.SAMPLE : keys.size();
        return new ReferencingRows(
                first.table(),
                first.columns(),
                declared == null ? null : declared.name(),
                count,
                more,
                identified ? keys.subList(0, count) : List.of());
    }
}
