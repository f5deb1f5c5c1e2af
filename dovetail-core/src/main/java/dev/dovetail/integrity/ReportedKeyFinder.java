package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explains a foreign key that the database names, from its report, the schema and the values of the statement, without
 * looking anything up: so it can be done where the transaction has failed.
 */
final class ReportedKeyFinder {

    private final FailureContext context;
    private final ErrorReport report;

    ReportedKeyFinder(FailureContext context) {
        this.context = context;
        this.report = context.report();
    }

    Finding find() {
        ForeignKey key = context.reportedKey();
        ForeignKeySide side = side(key);
        ConstraintFacts facts = facts(report, key, side, context.viewOf(report.place()));
        if (side == ForeignKeySide.MISSING_PARENT) {
            return missingParent(key, facts);
        }
        return side == ForeignKeySide.STILL_REFERENCED ? stillReferenced(key, facts) : Finding.of(facts);
    }

    /** What the report and the schema say, without values. */
    static ConstraintFacts facts(
            ErrorReport report, @Nullable ForeignKey key, @Nullable ForeignKeySide side, SchemaView view) {
        FactSource source = key == null ? FactSource.DRIVER : view.source();
        List<String> columns = key == null ? report.columns() : ForeignKeyText.names(key.columns());
        List<String> referenced = key == null ? report.target().columns() : referenced(key, view);
        String target = key == null ? report.target().table() : key.referencedTable();
        ConstraintFacts facts = Facts.of(
                key == null ? report.constraint() : CatalogueReader.nameOf(key),
                key == null ? ForeignKeyText.reported(report) : ForeignKeyText.of(key, referenced),
                false,
                key == null ? report.table() : key.table().name(),
                columns,
                report.table() == null && report.constraint() == null
                        ? Map.of()
                        : Map.of(Fact.CONSTRAINT, source, Fact.COLUMNS, source));
        return side == null && target == null
                ? facts
                : Facts.withForeignKey(
                        facts, new ForeignKeyFacts(side, target, referenced, List.of()), FactSource.DRIVER);
    }

    private static List<String> referenced(ForeignKey key, SchemaView view) {
        List<Column<?>> columns = view.referencedColumns(key);
        return columns.isEmpty() ? key.referencedColumns() : ForeignKeyText.names(columns);
    }

    // Who inserts into the referring table cannot have left a row without its target, nor can who deletes the target
    // miss it.
    private @Nullable ForeignKeySide side(@Nullable ForeignKey key) {
        if (report.side() != null || key == null) {
            return report.side();
        }
        Table written = context.failed().table();
        if (context.failed().isInsert() && written == key.table()) {
            return ForeignKeySide.MISSING_PARENT;
        }
        boolean target = written != null && written.name().equalsIgnoreCase(key.referencedTable());
        return context.failed().isDelete() && target ? ForeignKeySide.STILL_REFERENCED : null;
    }

    private Finding missingParent(@Nullable ForeignKey key, ConstraintFacts facts) {
        if (key == null || key.table() != context.failed().table()) {
            return Finding.of(facts.columns().isEmpty() ? facts : printed(facts, columns(key)));
        }
        List<WrittenRow> fitting = new ArrayList<>();
        List<@Nullable Object> values = List.of();
        for (WrittenRow row : context.failed().candidates()) {
            List<@Nullable Object> written = CurrentValues.of(context, key.table(), key.columns(), row);
            if (written != null && !written.contains(null) && PrintedValues.mayBe(report.values(), written)) {
                fitting.add(row);
                values = fitting.size() == 1 || values.equals(written) ? written : List.of();
            }
        }
        return Finding.among(
                values.isEmpty() ? printed(facts, key.columns()) : Facts.withValues(facts, values), fitting);
    }

    private Finding stillReferenced(@Nullable ForeignKey key, ConstraintFacts facts) {
        List<WrittenRow> rows = context.failed().candidates();
        Table written = context.failed().table();
        if (key != null
                && rows.size() == 1
                && written != null
                && context.viewOf(report.place()).target(key) == written) {
            List<Column<?>> referenced = ActualKeys.referenced(written, key);
            List<Object> values =
                    GivenKey.of(context.failed(), referenced, rows.get(0).arguments());
            if (!values.isEmpty() && PrintedValues.mayBe(report.values(), values)) {
                return Finding.of(Facts.withValues(facts, values), rows.get(0).row());
            }
        }
        return Finding.among(printed(facts, columns(key)), rows);
    }

    private static List<Column<?>> columns(@Nullable ForeignKey key) {
        return key == null ? List.of() : key.columns();
    }

    // What the statement does not have, as the database printed it; text where nothing is known of the type.
    private ConstraintFacts printed(ConstraintFacts facts, List<Column<?>> columns) {
        if (report.values().size() != facts.columns().size()) {
            return facts;
        }
        List<?> values = columns.isEmpty() || context.viewOf(report.place()).source() == FactSource.CATALOG
                ? report.values()
                : PrintedValues.read(report.values(), columns);
        return values.isEmpty() ? facts : Facts.withValues(facts, values, FactSource.DRIVER);
    }
}
