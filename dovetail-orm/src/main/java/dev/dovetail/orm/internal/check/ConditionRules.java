package dev.dovetail.orm.internal.check;

import dev.dovetail.DovetailException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Savepoint;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.schema.CheckConstraint;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.sql.Value;
import dev.dovetail.sql.ValuesSource;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CHECK constraints. The database evaluates them over the rows as they would be written, so that they mean what they mean
 * there: one statement for each table, {@code SELECT … FROM (VALUES …)}.
 */
final class ConditionRules {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final PendingRows rows;
    private final Findings findings;
    private final LoadContext session;

    ConditionRules(PendingRows rows, Findings findings, LoadContext session) {
        this.rows = rows;
        this.findings = findings;
        this.session = session;
    }

    void check() {
        Map<Table, List<PendingRow>> byTable = new LinkedHashMap<>();
        rows.written().forEach(row -> {
            for (TablePart part : row.type().tables()) {
                if (!part.table().checks().isEmpty()) {
                    byTable.computeIfAbsent(part.table(), key -> new ArrayList<>())
                            .add(row);
                }
            }
        });
        byTable.forEach(this::check);
    }

    private void check(Table table, List<PendingRow> written) {
        Map<CheckConstraint, Set<Column<?>>> mentioned = new LinkedHashMap<>();
        Set<Column<?>> columns = new LinkedHashSet<>();
        table.checks().forEach(check -> mentioned.put(check, columnsIn(check)));
        List<Asked> asked = new ArrayList<>();
        for (PendingRow row : written) {
            List<CheckConstraint> conditions = new ArrayList<>();
            mentioned.forEach((check, needed) -> {
                if (concerns(row, needed)) {
                    if (needed.stream().anyMatch(column -> misfits(row, column))) {
                        findings.unchecked(
                                "check " + check.name() + " of " + row, "a value in it does not fit its type");
                    } else if (needed.stream().anyMatch(column -> unknown(row, column))) {
                        findings.unchecked(
                                "check " + check.name() + " of " + row,
                                "a value in it is only known when it is inserted");
                    } else {
                        conditions.add(check);
                        columns.addAll(needed);
                    }
                }
            });
            if (!conditions.isEmpty()) {
                asked.add(new Asked(row, conditions));
            }
        }
        if (!asked.isEmpty()) {
            int limit = Math.max(1, Math.min(Keys.LIMIT, parameters(asked.get(0)) / (columns.size() + 1)));
            if (asked.size() > limit) {
                findings.unchecked(
                        "the checks of " + (asked.size() - limit) + " rows of " + table.name(),
                        "a check looks at " + limit + " rows of a table at most");
            }
            evaluate(table, List.copyOf(columns), asked.subList(0, Math.min(limit, asked.size())));
        }
    }

    private int parameters(Asked asked) {
        return session.connection(asked.row().type())
                .engine()
                .dialect()
                .limits()
                .parameters();
    }

    private void evaluate(Table table, List<Column<?>> columns, List<Asked> asked) {
        List<CheckConstraint> checks = asked.stream()
                .flatMap(one -> one.conditions().stream())
                .distinct()
                .toList();
        Connection connection = session.connection(asked.get(0).row().type());
        Savepoint savepoint = connection.savepoint();
        List<Row> broken;
        try {
            broken = connection.list(Sql.select(selected(checks)).from(source(table, columns, asked)));
            connection.release(savepoint);
        } catch (DovetailException e) {
            connection.rollbackTo(savepoint);
            findings.unchecked(
                    "the checks of " + table.name(),
                    "the database could not evaluate them: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return;
        }
        for (Row row : broken) {
            Asked one = asked.get(((Number) Objects.requireNonNull(row.get(0))).intValue());
            for (int i = 0; i < checks.size(); i++) {
                boolean breaks = ((Number) Objects.requireNonNull(row.get(i + 1))).intValue() == 1;
                if (breaks && one.conditions().contains(checks.get(i))) {
                    broken(one.row(), checks.get(i));
                }
            }
        }
    }

    private void broken(PendingRow row, CheckConstraint check) {
        int[] positions = columnsIn(check).stream()
                .mapToInt(column -> Keys.position(row.type(), column))
                .filter(position -> position >= 0)
                .toArray();
        findings.problem(
                ProblemKind.CHECK,
                row,
                positions,
                check.name(),
                List.of(),
                place -> place.assignment() + ": breaks the check " + check.name() + ", " + check.sql());
    }

    private static List<Expression<?>> selected(List<CheckConstraint> checks) {
        List<Expression<?>> selected = new ArrayList<>();
        selected.add(new Text("row_position"));
        checks.forEach(check -> selected.add(new Text("CASE WHEN NOT (" + check.sql() + ") THEN 1 ELSE 0 END")));
        return selected;
    }

    private static ValuesSource source(Table table, List<Column<?>> columns, List<Asked> asked) {
        List<RowValue> values = new ArrayList<>();
        for (int position = 0; position < asked.size(); position++) {
            List<Expression<?>> row = new ArrayList<>();
            row.add(new Value<>(position, Types.INTEGER));
            for (Column<?> column : columns) {
                Object value = value(asked.get(position).row(), column);
                row.add(Keys.value(
                        column, value == PendingRow.UNKNOWN || value instanceof PendingRow.NewKey ? null : value));
            }
            values.add(new RowValue(row));
        }
        List<String> names = new ArrayList<>();
        names.add("row_position");
        columns.forEach(column -> names.add(column.name()));
        return Sql.values(values).as(table.name(), names.toArray(String[]::new));
    }

    /** Columns of other classes in the same table are NULL, or what the database gives them. */
    private static @Nullable Object value(PendingRow row, Column<?> column) {
        int position = Keys.position(row.type(), column);
        if (position < 0) {
            return column.madeByDatabase() || column.defaultSql() != null ? PendingRow.UNKNOWN : null;
        }
        return row.value(position);
    }

    private static boolean unknown(PendingRow row, Column<?> column) {
        Object value = value(row, column);
        return value == PendingRow.UNKNOWN || value instanceof PendingRow.NewKey;
    }

    private boolean misfits(PendingRow row, Column<?> column) {
        Object value = value(row, column);
        return value != null
                && !unknown(row, column)
                && ColumnRules.misfit(
                                column.type(),
                                value,
                                session.connection(row.type()).engine().dialect())
                        != null;
    }

    private static boolean concerns(PendingRow row, Set<Column<?>> columns) {
        int[] positions = columns.stream()
                .mapToInt(column -> Keys.position(row.type(), column))
                .filter(position -> position >= 0)
                .toArray();
        return row.inserts() || row.writes(positions);
    }

    /** The columns that a condition names; what stands in quotes is text, or a name as it is. */
    private static Set<Column<?>> columnsIn(CheckConstraint check) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(LITERAL.matcher(check.sql()).replaceAll("''"))
                .results()
                .forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT)));
        Set<Column<?>> columns = new LinkedHashSet<>();
        check.table().columns().stream()
                .filter(column -> words.contains(column.name().toLowerCase(Locale.ROOT)))
                .forEach(columns::add);
        return columns;
    }

    /** A row, and the conditions that it is to meet. */
    private record Asked(PendingRow row, List<CheckConstraint> conditions) {}

    /** SQL as the schema has it. */
    private record Text(String sql) implements CustomExpression<Integer> {
        @Override
        public Type<Integer> type() {
            return Types.INTEGER;
        }

        @Override
        public void write(SqlOutput output) {
            output.sql(sql);
        }
    }
}
