package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ValueText;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Index;
import dev.dovetail.schema.PrimaryKey;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains a value that was given twice: which key, which value, and which row already has it. */
final class UniqueFinder {

    private final FailureContext context;

    UniqueFinder(FailureContext context) {
        this.context = context;
    }

    Finding find() {
        ErrorReport report = context.report();
        SchemaView view = context.viewOf(report.place());
        Table table = table(view);
        Key key = table == null ? null : key(table);
        if (table == null || key == null) {
            return Finding.of(reported(report));
        }
        ConstraintFacts facts = Facts.of(
                key.name(),
                (key.primary() ? "PRIMARY KEY " : "UNIQUE ") + ValueText.names(ForeignKeyText.names(key.columns())),
                key.primary(),
                table.name(),
                ForeignKeyText.names(key.columns()),
                Map.of(Fact.CONSTRAINT, view.source(), Fact.COLUMNS, FactSource.DRIVER));
        return context.failed().table() == table ? withRow(view, table, key, facts) : Finding.of(facts);
    }

    /** A key of which the table is not told is one of the table that the statement writes. */
    private @Nullable Table table(SchemaView view) {
        ErrorReport report = context.report();
        return report.table() == null && report.columns().isEmpty() && report.constraint() != null
                ? context.failed().table()
                : view.table(report.place().schema(), report.table());
    }

    /** What is left where nobody knows the key. */
    private ConstraintFacts reported(ErrorReport report) {
        ConstraintFacts facts = Facts.of(
                report.primaryKey() ? null : report.constraint(),
                null,
                report.primaryKey(),
                report.table(),
                report.columns(),
                Map.of(Fact.COLUMNS, FactSource.DRIVER, Fact.CONSTRAINT, FactSource.DRIVER));
        boolean printed = !report.columns().isEmpty()
                && report.values().size() == report.columns().size();
        return printed ? Facts.withValues(facts, report.values(), FactSource.DRIVER) : facts;
    }

    /** An exclusion constraint: the columns and values that met another row's. */
    Finding exclusion() {
        ErrorReport report = context.report();
        ConstraintFacts facts = reported(report);
        Table written = context.failed().table();
        List<WrittenRow> candidates = context.failed().candidates();
        Table table = context.model().table(report.place().schema(), report.table());
        List<Column<?>> columns = table == null ? List.of() : ActualKeys.columns(table, report.columns());
        if (table == written && table != null && !columns.isEmpty() && candidates.size() == 1) {
            List<@Nullable Object> values = CurrentValues.of(context, table, columns, candidates.get(0));
            facts = values == null ? facts : Facts.withValues(facts, values);
        }
        return Finding.among(facts, candidates);
    }

    private record Key(String name, boolean primary, List<Column<?>> columns) {}

    private @Nullable Key key(Table table) {
        PrimaryKey primaryKey = table.primaryKey();
        if (!primaryKey.isEmpty()
                && (context.report().primaryKey() && context.report().columns().isEmpty()
                        || matches(primaryKey.name(), primaryKey.columns()))) {
            return new Key(primaryKey.name(), true, primaryKey.columns());
        }
        for (UniqueConstraint unique : table.uniques()) {
            if (matches(unique.name(), unique.columns())) {
                return new Key(unique.name(), false, unique.columns());
            }
        }
        for (Index index : table.indexes()) {
            // Of an index with expressions the columns are not the key.
            boolean ofColumns = index.columns().size() == index.parts().size();
            if (index.unique() && ofColumns && matches(index.name(), index.columns())) {
                return new Key(index.name(), false, index.columns());
            }
        }
        return null;
    }

    // Some databases name the constraint, others its columns.
    private boolean matches(String name, List<Column<?>> columns) {
        ErrorReport report = context.report();
        if (!report.columns().isEmpty()) {
            return names(ForeignKeyText.names(columns)).equals(names(report.columns()));
        }
        return name.equalsIgnoreCase(report.constraint());
    }

    private static Set<String> names(List<String> names) {
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
        return folded;
    }

    private Finding withRow(SchemaView view, Table table, Key key, ConstraintFacts facts) {
        List<WrittenRow> candidates = new ArrayList<>();
        for (WrittenRow row : context.failed().candidates()) {
            List<@Nullable Object> values = CurrentValues.of(context, table, key.columns(), row);
            // A null is equal to nothing, so it cannot have been refused.
            if (values == null
                    || values.contains(null)
                    || !PrintedValues.mayBe(context.report().values(), values)) {
                continue;
            }
            List<@Nullable Object> existing = existing(view, table, key, values);
            if (!existing.isEmpty()) {
                return Finding.of(Facts.withValues(Facts.withExisting(facts, table, existing), values), row.row());
            }
            candidates.add(row);
        }
        if (candidates.size() == 1) {
            List<@Nullable Object> values = CurrentValues.of(context, table, key.columns(), candidates.get(0));
            return Finding.of(
                    values == null ? facts : Facts.withValues(facts, values),
                    candidates.get(0).row());
        }
        return Finding.among(facts, candidates);
    }

    private List<@Nullable Object> existing(SchemaView view, Table table, Key key, List<@Nullable Object> values) {
        Lookups lookups = context.lookups();
        List<Column<?>> identity = table.primaryKey().columns();
        if (lookups == null
                || identity.isEmpty()
                || !key.primary() && !context.uniqueForAllRows(table, ForeignKeyText.names(key.columns()))) {
            return List.of();
        }
        var source = Sql.table(table);
        var rows = lookups.rows(view, source, identity, Lookups.equal(source, key.columns(), values), 2);
        return rows.size() == 1 ? rows.get(0) : List.of();
    }
}
