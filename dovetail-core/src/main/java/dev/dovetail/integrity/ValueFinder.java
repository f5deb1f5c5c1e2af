package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.CheckConstraint;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains what a row must be by itself: NOT NULL and CHECK. */
final class ValueFinder {

    private final FailureContext context;

    ValueFinder(FailureContext context) {
        this.context = context;
    }

    Finding notNull() {
        ErrorReport report = context.report();
        Table written = context.failed().table();
        String table = report.table() == null && written != null ? written.name() : report.table();
        ConstraintFacts facts = Facts.of(
                report.constraint(), null, false, table, report.columns(), Map.of(Fact.COLUMNS, FactSource.DRIVER));
        facts = Facts.withValues(facts, Collections.nCopies(report.columns().size(), null));
        if (written == null
                || !written.name().equalsIgnoreCase(table)
                || report.columns().size() != 1) {
            return Finding.of(facts);
        }
        String column = report.columns().get(0);
        List<WrittenRow> candidates = new ArrayList<>();
        for (WrittenRow row : context.failed().candidates()) {
            if (row.values().get(column) == null) {
                candidates.add(row);
            }
        }
        return Finding.among(facts, candidates);
    }

    Finding check() {
        ErrorReport report = context.report();
        Table written = context.failed().table();
        Table table = report.table() == null ? written : context.model().table(report.table());
        CheckConstraint check = table == null ? null : declared(table);
        List<WrittenRow> candidates = context.failed().candidates();
        if (table == null || check == null) {
            return Finding.among(
                    Facts.of(
                            report.constraint(),
                            report.expression(),
                            false,
                            table == null ? report.table() : table.name(),
                            List.of(),
                            Map.of(Fact.CONSTRAINT, FactSource.DRIVER)),
                    candidates);
        }
        List<Column<?>> columns = columns(table, check);
        ConstraintFacts facts = Facts.of(
                check.name(),
                check.sql(),
                false,
                table.name(),
                ForeignKeyText.names(columns),
                Map.of(Fact.CONSTRAINT, FactSource.MODEL, Fact.COLUMNS, FactSource.MODEL));
        if (candidates.size() == 1 && table == written) {
            List<@Nullable Object> values = CurrentValues.of(context, table, columns, candidates.get(0));
            facts = values == null ? facts : Facts.withValues(facts, values);
        }
        return Finding.among(facts, candidates);
    }

    private @Nullable CheckConstraint declared(Table table) {
        ErrorReport report = context.report();
        return table.checks().stream()
                .filter(check -> check.name().equalsIgnoreCase(report.constraint())
                        || check.name().equalsIgnoreCase(report.expression())
                        || check.sql().equals(report.expression()))
                .findFirst()
                .orElse(null);
    }

    // A check of the whole row does not say which columns it is about; its condition does, outside of its literals.
    private static List<Column<?>> columns(Table table, CheckConstraint check) {
        String condition = check.sql().replaceAll("'[^']*'", "").toLowerCase(Locale.ROOT);
        List<Column<?>> named = new ArrayList<>(check.columns());
        for (Column<?> column : table.columns()) {
            String name = Pattern.quote(column.name().toLowerCase(Locale.ROOT));
            if (!named.contains(column)
                    && Pattern.compile("(?<![\\w.])" + name + "(?![\\w(])")
                            .matcher(condition)
                            .find()) {
                named.add(column);
            }
        }
        return named;
    }
}
