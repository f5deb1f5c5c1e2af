package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ReferencingRows;
import dev.dovetail.ValueText;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.RawExpression;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds rows that are in the way of a constraint that was to be added, a few of them. */
final class ExistingRowsFinder {

    private final FailureContext context;
    private final AddedConstraint added;
    private final @Nullable Table table;
    private final List<Column<?>> columns;

    ExistingRowsFinder(FailureContext context, AddedConstraint added) {
        this.context = context;
        this.added = added;
        this.table = context.known(added.table());
        this.columns = table == null ? List.of() : ActualKeys.columns(table, added.columns());
    }

    /** What the constraint is, and rows that break it; null if it is not the one that the database reports. */
    @Nullable
    ConstraintFacts find() {
        boolean reported = context.report().kind() == added.kind();
        Lookups lookups = context.lookups();
        ConstraintFacts facts = facts();
        ConstraintFacts found = table == null || lookups == null ? null : found(table, lookups, facts);
        if (found != null) {
            return found;
        }
        return reported ? withPrinted(facts) : null;
    }

    private ConstraintFacts facts() {
        String name = added.name() == null ? context.report().constraint() : added.name();
        ConstraintFacts facts = Facts.of(
                name,
                definition(),
                added.primaryKey(),
                table == null ? added.table() : table.name(),
                columns.isEmpty() ? added.columns() : ForeignKeyText.names(columns),
                Map.of(Fact.CONSTRAINT, FactSource.PARAMETERS, Fact.COLUMNS, FactSource.PARAMETERS));
        String target = added.target();
        return target == null
                ? facts
                : Facts.withForeignKey(
                        facts,
                        new ForeignKeyFacts(ForeignKeySide.MISSING_PARENT, target, referenced(), List.of()),
                        FactSource.PARAMETERS);
    }

    private List<String> referenced() {
        Table target = added.target() == null ? null : context.known(added.target());
        return !added.referenced().isEmpty() || target == null
                ? added.referenced()
                : ForeignKeyText.names(target.primaryKey().columns());
    }

    private @Nullable String definition() {
        return switch (added.kind()) {
            case UNIQUE -> (added.primaryKey() ? "PRIMARY KEY " : "UNIQUE ") + ValueText.names(added.columns());
            case FOREIGN_KEY ->
                ValueText.name(added.table()) + ValueText.names(added.columns()) + " \u2192 "
                        + ValueText.name(String.valueOf(added.target())) + ValueText.names(referenced());
            case CHECK -> added.condition();
            default -> null;
        };
    }

    // Only the database's words are left.
    private ConstraintFacts withPrinted(ConstraintFacts facts) {
        List<String> printed = context.report().values();
        if (columns.isEmpty() || printed.size() != columns.size()) {
            return facts;
        }
        List<Object> values = PrintedValues.read(printed, columns);
        return values.isEmpty() ? facts : Facts.withValues(facts, values, FactSource.DRIVER);
    }

    private @Nullable ConstraintFacts found(Table known, Lookups lookups, ConstraintFacts facts) {
        TableSource source = new TableSource(known, null);
        List<Column<?>> shown = added.kind() == ErrorKind.CHECK ? conditionColumns(known) : columns;
        if (shown.isEmpty()) {
            return null;
        }
        List<Expression<Boolean>> where = breaking(known, lookups, source);
        if (where == null) {
            return null;
        }
        List<Column<?>> read = new ArrayList<>(shown);
        read.addAll(known.primaryKey().columns());
        SchemaView view = context.view(known);
        List<List<@Nullable Object>> rows = lookups.rows(view, source, read, where, BlockerFinder.SAMPLE + 1);
        if (rows.isEmpty()) {
            return null;
        }
        boolean more = rows.size() > BlockerFinder.SAMPLE;
        List<List<@Nullable Object>> some = more ? rows.subList(0, BlockerFinder.SAMPLE) : rows;
        List<List<@Nullable Object>> keys = known.primaryKey().isEmpty()
                ? List.of()
                : some.stream()
                        .map(row -> row.subList(shown.size(), row.size()))
                        .toList();
        ConstraintFacts placed = facts.columns().isEmpty()
                ? Facts.of(
                        facts.name(),
                        facts.definition(),
                        false,
                        facts.table(),
                        ForeignKeyText.names(shown),
                        facts.sources())
                : facts;
        return Facts.withBreaking(
                Facts.withValues(placed, rows.get(0).subList(0, shown.size()), lookups.source()),
                new ReferencingRows(known.name(), ForeignKeyText.names(shown), facts.name(), some.size(), more, keys),
                lookups.source());
    }

    /** The conditions of the rows that are in the way; null if there are none. */
    private @Nullable List<Expression<Boolean>> breaking(Table known, Lookups lookups, TableSource source) {
        List<Expression<Boolean>> where = new ArrayList<>();
        switch (added.kind()) {
            case UNIQUE -> {
                List<@Nullable Object> twice = twice(known, lookups, source);
                if (twice.isEmpty()) {
                    return null;
                }
                where.addAll(Lookups.equal(source, columns, twice));
            }
            case FOREIGN_KEY -> {
                Table target = added.target() == null ? null : context.known(added.target());
                List<Column<?>> referenced = target == null ? List.of() : ActualKeys.columns(target, referenced());
                if (target == null || referenced.size() != columns.size()) {
                    return null;
                }
                TableSource parent = new TableSource(target, "referred");
                columns.forEach(column -> where.add(new IsNull(Lookups.ref(source, column), true)));
                where.add(new Not(
                        Lookups.exists(parent, referenced.get(0), Lookups.join(parent, referenced, source, columns))));
            }
            case CHECK -> where.add(new Not(new RawExpression<>(String.valueOf(added.condition()), Types.BOOLEAN)));
            default -> columns.forEach(column -> where.add(new IsNull(Lookups.ref(source, column), false)));
        }
        return where;
    }

    /** The first values that are there more than once. */
    private List<@Nullable Object> twice(Table known, Lookups lookups, TableSource source) {
        Operand<?>[] refs =
                columns.stream().map(column -> Lookups.ref(source, column)).toArray(Operand<?>[]::new);
        var select = Sql.select(Lookups.refs(source, columns)).from(source);
        for (Column<?> column : columns) {
            select = select.where(new IsNull(Lookups.ref(source, column), true));
        }
        var grouped = select.groupBy(refs).having(Sql.countAll().gt(1)).limit(1);
        List<List<@Nullable Object>> rows = context.view(known).source() == FactSource.CATALOG
                ? lookups.probe().untypedRows(grouped)
                : lookups.probe().rows(grouped);
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private List<Column<?>> conditionColumns(Table known) {
        return ValueFinder.columnsIn(known, String.valueOf(added.condition()));
    }
}
