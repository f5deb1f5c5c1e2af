package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ValueText;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.integrity.MisfitFinder.Suspect;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ReferentialAction;
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
        String table = report.table() == null ? tableOfNull() : report.table();
        ConstraintFacts facts = Facts.of(
                report.constraint(), null, false, table, report.columns(), Map.of(Fact.COLUMNS, FactSource.DRIVER));
        facts = Facts.withValues(facts, Collections.nCopies(report.columns().size(), null));
        Table written = context.failed().table();
        return written == null || !written.name().equalsIgnoreCase(table)
                ? Finding.of(facts)
                : Finding.among(facts, rowsWithout(report.columns()));
    }

    /**
     * The table of a column that has none of its own in the report: the one written to, if a row leaves it without a
     * value; or the one table of which a foreign key sets it to NULL when its target goes.
     */
    private @Nullable String tableOfNull() {
        Table written = context.failed().table();
        List<String> columns = context.report().columns();
        if (written == null || columns.isEmpty()) {
            return null;
        }
        if (!context.failed().isDelete()) {
            return ActualKeys.columns(written, columns).isEmpty()
                            || rowsWithout(columns).isEmpty()
                    ? null
                    : written.name();
        }
        List<String> emptied = context.keys().referencing(written).stream()
                .map(ActualKeys.Key::foreignKey)
                .filter(key -> key.onDelete() == ReferentialAction.SET_NULL)
                .filter(key -> ForeignKeyText.names(key.columns()).stream()
                        .anyMatch(name -> name.equalsIgnoreCase(columns.get(0))))
                .map(key -> key.table().name())
                .distinct()
                .toList();
        return emptied.size() == 1 ? emptied.get(0) : null;
    }

    private List<WrittenRow> rowsWithout(List<String> columns) {
        return columns.size() != 1
                ? List.of()
                : context.failed().candidates().stream()
                        .filter(row -> row.values().get(columns.get(0)) == null)
                        .toList();
    }

    /** A value that does not fit its column: the one that the database names, or the only one to which that applies. */
    Finding data() {
        ErrorReport report = context.report();
        Table written = context.failed().table();
        List<Column<?>> columns = written == null || report.columns().isEmpty()
                ? List.of()
                : ActualKeys.columns(written, report.columns());
        boolean own =
                !columns.isEmpty() && (report.table() == null || written.name().equalsIgnoreCase(report.table()));
        ConstraintFacts facts = Facts.of(
                null,
                null,
                false,
                own ? written.name() : report.table(),
                own ? ForeignKeyText.names(columns) : report.table() == null ? List.of() : report.columns(),
                report.columns().isEmpty() ? Map.of() : Map.of(Fact.COLUMNS, FactSource.DRIVER));
        List<WrittenRow> candidates = context.failed().candidates();
        if (own
                && candidates.size() == 1
                && context.failed().sets(columns.get(0).name())) {
            List<@Nullable Object> values = CurrentValues.of(context, written, columns, candidates.get(0));
            return Finding.among(values == null ? facts : Facts.withValues(facts, values), candidates);
        }
        if (written == null || !own && !report.columns().isEmpty()) {
            return Finding.among(facts, candidates);
        }
        Column<?> named = own ? columns.get(0) : null;
        List<Suspect> suspects = new MisfitFinder(report, named).among(written, candidates);
        return suspects.isEmpty() ? Finding.among(facts, candidates) : suspects(written, facts, suspects);
    }

    private static Finding suspects(Table written, ConstraintFacts facts, List<Suspect> suspects) {
        List<WrittenRow> rows = suspects.stream().map(Suspect::row).toList();
        Suspect first = suspects.get(0);
        if (suspects.stream().anyMatch(other -> other.column() != first.column())) {
            return Finding.among(facts, rows);
        }
        ConstraintFacts found = facts.columns().isEmpty()
                ? Facts.of(
                        null,
                        null,
                        false,
                        written.name(),
                        List.of(first.column().name()),
                        Map.of(Fact.COLUMNS, FactSource.PARAMETERS))
                : facts;
        boolean same = suspects.stream().allMatch(other -> other.value().equals(first.value()));
        return Finding.among(same ? Facts.withValues(found, List.of(first.value())) : found, rows);
    }

    /** What a trigger says when it refuses is no condition, and what it looked at is not known. */
    Finding trigger() {
        return Finding.among(
                Facts.of(null, refusal(context.report()), false, null, List.of(), Map.of()),
                context.failed().candidates());
    }

    static String refusal(ErrorReport report) {
        return ConstraintFacts.TRIGGER + ValueText.of(String.valueOf(report.expression()));
    }

    Finding check() {
        ErrorReport report = context.report();
        List<WrittenRow> candidates = context.failed().candidates();
        List<Check> found = checks();
        Check check = found.size() == 1 ? found.get(0) : null;
        if (check == null) {
            boolean named = report.constraint() != null && !isColumn(report.constraint());
            return Finding.among(
                    Facts.of(
                            named ? report.constraint() : null,
                            report.constraint() == null ? report.expression() : named ? null : report.constraint(),
                            false,
                            report.table(),
                            report.columns(),
                            Map.of(Fact.CONSTRAINT, FactSource.DRIVER)),
                    candidates);
        }
        Table table = check.table();
        List<Column<?>> columns = table == null ? List.of() : columns(table, check);
        ConstraintFacts facts = Facts.of(
                check.name(),
                check.condition(),
                false,
                table == null ? check.tableName() : table.name(),
                ForeignKeyText.names(columns),
                Map.of(Fact.CONSTRAINT, check.source(), Fact.COLUMNS, check.source()));
        Table written = context.failed().table();
        if (candidates.size() == 1 && table != null && table == written && !check.triggered()) {
            List<@Nullable Object> values = CurrentValues.of(context, table, columns, candidates.get(0));
            facts = values == null ? facts : Facts.withValues(facts, values);
        }
        return Finding.among(facts, candidates);
    }

    /**
     * A check that the report may mean.
     *
     * @param table the table, if the model has it
     * @param triggered whether its table has triggers, which may write other rows than the statement does
     */
    private record Check(
            @Nullable Table table,
            String tableName,
            @Nullable String name,
            @Nullable String condition,
            List<Column<?>> columns,
            FactSource source,
            boolean triggered) {}

    /** All checks of that name or condition; more than one, or none, if it is not known whose it is. */
    private List<Check> checks() {
        ErrorReport report = context.report();
        List<List<@Nullable Object>> definitions = context.definitions();
        List<Check> found = new ArrayList<>();
        if (report.table() != null) {
            Table table = context.model().table(report.place().schema(), report.table());
            return table == null ? List.of() : declared(table, false);
        }
        List<List<@Nullable Object>> checks = context.checks();
        if (checks != null) {
            return checks.stream().map(this::named).toList();
        }
        if (definitions == null) {
            // Who knows neither the other tables nor the triggers cannot know that it is the written one.
            return List.of();
        }
        String words = String.valueOf(report.constraint() == null ? report.expression() : report.constraint());
        for (List<@Nullable Object> row : definitions) {
            String name = String.valueOf(row.get(1));
            String text = String.valueOf(row.get(2));
            if (!"table".equals(row.get(0))) {
                continue;
            }
            int named = count(text, "\\bCONSTRAINT\\s+[\"\\[`]?" + Pattern.quote(words) + "[\"\\]`]?\\s+CHECK\\b");
            int unnamed = count(text, "\\bCHECK\\s*\\(\\s*" + Pattern.quote(words) + "\\s*\\)");
            if (named + unnamed > 0) {
                boolean triggered = definitions.stream()
                        .anyMatch(other ->
                                "trigger".equals(other.get(0)) && name.equalsIgnoreCase(String.valueOf(other.get(1))));
                Table table = context.model().table(name);
                List<Check> known = table == null ? List.of() : declared(table, triggered);
                boolean one = named + unnamed == 1;
                boolean byName = named == 1;
                found.addAll(
                        one && byName && known.size() == 1
                                ? known
                                : List.of(new Check(
                                        table,
                                        name,
                                        byName ? words : null,
                                        byName ? null : words,
                                        List.of(),
                                        FactSource.CATALOG,
                                        triggered || !one)));
            }
        }
        return found;
    }

    /** A check that the catalogue knows by its name. */
    private Check named(List<@Nullable Object> row) {
        String name = String.valueOf(row.get(0));
        Table table = context.model().table(name);
        List<Check> known = table == null ? List.of() : declared(table, false);
        return known.size() == 1
                ? known.get(0)
                : new Check(
                        table,
                        name,
                        context.report().constraint(),
                        String.valueOf(row.get(1)),
                        List.of(),
                        FactSource.CATALOG,
                        true);
    }

    private List<Check> declared(Table table, boolean triggered) {
        ErrorReport report = context.report();
        return table.checks().stream()
                .filter(check -> check.name().equalsIgnoreCase(report.constraint())
                        || check.name().equalsIgnoreCase(report.expression())
                        || check.sql().equals(report.expression()))
                .map(check -> new Check(
                        table, table.name(), check.name(), check.sql(), check.columns(), FactSource.MODEL, triggered))
                .toList();
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .count();
    }

    // A condition of one word is a column; everything else of one word is a name.
    private boolean isColumn(String word) {
        return context.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.name().equalsIgnoreCase(word));
    }

    // A check of the whole row does not say which columns it is about; its condition does, outside of its literals.
    private static List<Column<?>> columns(Table table, Check check) {
        List<Column<?>> named = new ArrayList<>(check.columns());
        columnsIn(table, String.valueOf(check.condition())).stream()
                .filter(column -> !named.contains(column))
                .forEach(named::add);
        return named;
    }

    static List<Column<?>> columnsIn(Table table, String sql) {
        String condition = sql.replaceAll("'[^']*'", "").toLowerCase(Locale.ROOT);
        List<Column<?>> named = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            String name = Pattern.quote(column.name().toLowerCase(Locale.ROOT));
            if (Pattern.compile("(?<![\\w.])" + name + "(?![\\w(])")
                    .matcher(condition)
                    .find()) {
                named.add(column);
            }
        }
        return named;
    }
}
