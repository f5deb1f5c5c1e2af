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

    /** One query for each row is bounded only if the rows are. */
    static final int MOST_ROWS = 20;

    private final FailureContext context;

    UniqueFinder(FailureContext context) {
        this.context = context;
    }

    Finding find() {
        ErrorReport report = context.report();
        SchemaView view = context.viewOf(report.place());
        Table table = table(view);
        Key key = table == null ? null : key(table);
        boolean known = key != null;
        if (table != null && key == null) {
            key = unknown(table);
        }
        if (table == null || key == null) {
            return Finding.of(reported(report));
        }
        ConstraintFacts facts = Facts.of(
                key.name(),
                known
                        ? (key.primary() ? "PRIMARY KEY " : "UNIQUE ")
                                + ValueText.names(ForeignKeyText.names(key.columns()))
                        : null,
                key.primary(),
                table.name(),
                ForeignKeyText.names(key.columns()),
                Map.of(Fact.CONSTRAINT, known ? view.source() : FactSource.DRIVER, Fact.COLUMNS, FactSource.DRIVER));
        return context.failed().table() == table
                ? withRow(view, table, key, facts)
                : Finding.of(withPrinted(view, table, key, facts));
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
        Table written = context.failed().table();
        ConstraintFacts facts = Facts.of(
                report.primaryKey() ? null : report.constraint(),
                null,
                report.primaryKey(),
                report.table() == null && written != null ? written.name() : report.table(),
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

    /** A key; whether no two rows of the table have it may be said of all rows, or of some. */
    private record Key(@Nullable String name, boolean primary, List<Column<?>> columns, boolean ofAllRows) {}

    private @Nullable Key key(Table table) {
        PrimaryKey primaryKey = table.primaryKey();
        if (!primaryKey.isEmpty()
                && (context.report().primaryKey() && context.report().columns().isEmpty()
                        || matches(primaryKey.name(), primaryKey.columns()))) {
            return new Key(primaryKey.name(), true, primaryKey.columns(), true);
        }
        for (UniqueConstraint unique : table.uniques()) {
            if (matches(unique.name(), unique.columns())) {
                return new Key(unique.name(), false, unique.columns(), true);
            }
        }
        for (Index index : table.indexes()) {
            // Of an index with expressions the columns are not the key.
            boolean ofColumns = index.columns().size() == index.parts().size();
            if (index.unique() && ofColumns && matches(index.name(), index.columns())) {
                return new Key(index.name(), false, index.columns(), index.where() == null);
            }
        }
        return null;
    }

    /** A key that only the database knows, of columns that it names; of all rows or of some. */
    private @Nullable Key unknown(Table table) {
        ErrorReport report = context.report();
        List<Column<?>> columns = report.columns().isEmpty() ? List.of() : ActualKeys.columns(table, report.columns());
        return columns.isEmpty() || report.primaryKey() ? null : new Key(report.constraint(), false, columns, false);
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
        List<@Nullable Object> of = List.of();
        List<WrittenRow> written = context.failed().written();
        int lookedUp = 0;
        for (WrittenRow row : context.failed().candidates()) {
            List<@Nullable Object> values = CurrentValues.of(context, table, key.columns(), row);
            // A null is equal to nothing, so it cannot have been refused.
            if (values == null
                    || values.contains(null)
                    || !PrintedValues.mayBe(context.report().values(), values)) {
                continue;
            }
            ConstraintFacts broken = Facts.withValues(facts, values);
            WrittenRow twin = key.ofAllRows() ? twin(written, table, key, values, row) : null;
            if (twin != null) {
                List<@Nullable Object> identity = identity(table, twin);
                return Finding.of(
                        identity.isEmpty() ? broken : existing(broken, table, identity, FactSource.PARAMETERS),
                        row.row());
            }
            List<@Nullable Object> existing = lookedUp++ < MOST_ROWS ? lookedUp(view, table, key, values) : List.of();
            if (!existing.isEmpty()) {
                return Finding.of(existing(broken, table, existing, context.lookedUpFrom()), row.row());
            }
            candidates.add(row);
            of = values;
        }
        return candidates.size() == 1
                ? Finding.of(
                        remembered(table, key, Facts.withValues(facts, of)),
                        candidates.get(0).row())
                : Finding.among(facts, candidates);
    }

    /** Whatever row it was, the database may have printed its values. */
    private ConstraintFacts withPrinted(SchemaView view, Table table, Key key, ConstraintFacts facts) {
        List<String> names = ForeignKeyText.names(key.columns());
        List<String> printed = context.report().values();
        if (!names.equals(context.report().columns()) || printed.size() != names.size()) {
            return facts;
        }
        if (view.source() == FactSource.CATALOG) {
            return Facts.withValues(facts, printed, FactSource.DRIVER);
        }
        List<Object> values = PrintedValues.read(printed, key.columns());
        if (values.isEmpty()) {
            return facts;
        }
        ConstraintFacts broken = Facts.withValues(facts, values, FactSource.DRIVER);
        List<@Nullable Object> existing = lookedUp(view, table, key, List.copyOf(values));
        return existing.isEmpty() ? broken : existing(broken, table, existing, context.lookedUpFrom());
    }

    private static ConstraintFacts existing(
            ConstraintFacts facts, Table table, List<@Nullable Object> identity, FactSource source) {
        List<String> columns = ForeignKeyText.names(table.primaryKey().columns());
        return Facts.withExisting(facts, Facts.byColumn(columns, identity), source);
    }

    /** A row of the same statement that was to get the same values before. */
    private @Nullable WrittenRow twin(
            List<WrittenRow> written, Table table, Key key, List<@Nullable Object> values, WrittenRow row) {
        for (WrittenRow other : written) {
            if (other.isBefore(row)
                    && key.columns().stream().allMatch(column -> other.values().containsKey(column.name()))
                    && values.equals(CurrentValues.of(context, table, key.columns(), other))) {
                return other;
            }
        }
        return null;
    }

    /** The primary key of a row of the statement; empty if the database was to make it. */
    private List<@Nullable Object> identity(Table table, WrittenRow row) {
        List<Column<?>> columns = table.primaryKey().columns();
        if (!context.failed().isInsert()) {
            return List.copyOf(GivenKey.of(context.failed(), columns, row.arguments()));
        }
        List<@Nullable Object> identity = new ArrayList<>();
        columns.forEach(column -> identity.add(row.values().get(column.name())));
        return identity.contains(null) ? List.of() : identity;
    }

    private List<@Nullable Object> lookedUp(SchemaView view, Table table, Key key, List<@Nullable Object> values) {
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

    /** The row as the program has it in memory, or as it has to be: a primary key has itself. */
    private ConstraintFacts remembered(Table table, Key key, ConstraintFacts facts) {
        // Texts that are not the same may be equal to the database.
        if (key.primary()
                && facts.values().values().stream().noneMatch(value -> value instanceof String)
                && !context.canAsk()) {
            return Facts.withExisting(facts, facts.values(), FactSource.PARAMETERS);
        }
        List<Map<String, @Nullable Object>> known = key.ofAllRows() && !context.canAsk()
                ? context.failed().origin().rowsInMemory(table.name(), facts.values())
                : List.of();
        return known.size() == 1 ? Facts.withExisting(facts, known.get(0), FactSource.MEMORY) : facts;
    }
}
