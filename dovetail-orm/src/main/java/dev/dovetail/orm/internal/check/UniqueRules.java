package dev.dovetail.orm.internal.check;

import dev.dovetail.ValueText;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ExclusionConstraint;
import dev.dovetail.schema.Index;
import dev.dovetail.schema.PrimaryKey;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Primary keys, unique constraints and unique indexes: no two rows of the flush may have the same, and none of the database,
 * but for rows that give theirs up in the same flush. One query for each table.
 */
final class UniqueRules {

    private final PendingRows rows;
    private final Findings findings;
    private final LoadContext session;
    /** The rows that take a value, and those that give it up to them. */
    private final Map<Unique, Map<PendingRow, PendingRow>> exchanges = new LinkedHashMap<>();

    UniqueRules(PendingRows rows, Findings findings, LoadContext session) {
        this.rows = rows;
        this.findings = findings;
        this.session = session;
    }

    void check() {
        Map<Table, Map<Unique, Map<List<Object>, PendingRow>>> byTable = new LinkedHashMap<>();
        Map<Table, EntityDescriptor<?>> owners = new HashMap<>();
        rows.written().forEach(row -> {
            for (TablePart part : row.type().tables()) {
                owners.putIfAbsent(part.table(), row.type());
                for (Unique unique : uniques(row.type(), part)) {
                    take(row, unique, byTable.computeIfAbsent(part.table(), key -> new LinkedHashMap<>()));
                }
            }
        });
        byTable.forEach((table, keys) -> {
            keys.values().removeIf(Map::isEmpty);
            if (!keys.isEmpty()) {
                lookUp(table, Objects.requireNonNull(owners.get(table)), keys);
            }
        });
        exchanges.forEach((unique, givers) -> givers.keySet().stream()
                .filter(row -> !exchangeable(row, unique) && inCircle(row, givers))
                .forEach(row -> exchanged(row, unique, Objects.requireNonNull(givers.get(row)))));
    }

    /** Whether a value can be given up before another row has taken it. */
    private boolean exchangeable(PendingRow row, Unique unique) {
        boolean nullable = unique.tableColumns().stream().anyMatch(Column::nullable);
        return nullable
                || unique.deferrable()
                        && session.connection(row.type()).engine().dialect().has(Capability.DEFERRABLE_KEYS);
    }

    private static boolean inCircle(PendingRow row, Map<PendingRow, PendingRow> givers) {
        Set<PendingRow> seen = new HashSet<>();
        PendingRow next = givers.get(row);
        while (next != null && next != row && seen.add(next)) {
            next = givers.get(next);
        }
        return next == row;
    }

    private void exchanged(PendingRow row, Unique unique, PendingRow giver) {
        findings.problem(
                ProblemKind.UNIQUE,
                row,
                unique.columns(),
                unique.name(),
                List.of(giver.entity()),
                place ->
                        place.assignment() + ": " + giver + " gives it up in the same flush, but only in exchange, and "
                                + String.join(" and ", place.columns()) + " cannot be NULL in between");
    }

    /** Keeps what the database is to be asked for; a key that two rows have needs no question. */
    private void take(PendingRow row, Unique unique, Map<Unique, Map<List<Object>, PendingRow>> keys) {
        if (!row.writes(unique.columns())) {
            return;
        }
        List<Object> key = Keys.of(row, unique.columns());
        if (key == null || key.contains(PendingRow.UNKNOWN)) {
            if (unique.nullsNotDistinct() || key != null && !unique.primary()) {
                findings.unchecked(
                        "unique key " + unique.name() + " of " + row,
                        key == null
                                ? "it takes NULLs for equal"
                                : "a value of it is only known when the row is inserted");
            }
            return;
        }
        PendingRow other =
                keys.computeIfAbsent(unique, ignored -> new LinkedHashMap<>()).putIfAbsent(key, row);
        if (other != null) {
            findings.problem(
                    ProblemKind.UNIQUE,
                    row,
                    unique.columns(),
                    unique.name(),
                    List.of(other.entity()),
                    place -> place.assignment() + ": " + other + " of the same flush has it too");
        }
    }

    private void lookUp(Table table, EntityDescriptor<?> owner, Map<Unique, Map<List<Object>, PendingRow>> keys) {
        TableSource source = Sql.table(table);
        List<Column<?>> columns = new ArrayList<>(table.primaryKey().columns());
        List<Operand<Boolean>> conditions = new ArrayList<>();
        keys.forEach((unique, wanted) -> {
            List<List<Object>> known = wanted.keySet().stream()
                    .filter(key -> key.stream().noneMatch(PendingRow.NewKey.class::isInstance))
                    .limit(Keys.LIMIT)
                    .toList();
            if (known.size() < wanted.size() && known.size() == Keys.LIMIT) {
                findings.unchecked(
                        "unique key " + unique.name() + " of " + (wanted.size() - known.size()) + " rows",
                        "a check asks for " + Keys.LIMIT + " keys of a table at most");
            }
            if (!known.isEmpty()) {
                conditions.add(Keys.among(source, unique.tableColumns(), known));
                unique.tableColumns().stream()
                        .filter(column -> !columns.contains(column))
                        .forEach(columns::add);
            }
        });
        if (conditions.isEmpty()) {
            return;
        }
        List<Expression<?>> selected =
                columns.stream().<Expression<?>>map(source::col).toList();
        Connection connection = session.connection(owner);
        for (Row found : connection.list(
                Sql.select(selected).from(source).where(Sql.or(conditions.toArray(UniqueRules::operands))))) {
            boolean same = keys.entrySet().stream()
                    .anyMatch(entry -> entry.getValue()
                            .containsKey(key(found, columns, entry.getKey().tableColumns())));
            if (!same) {
                // It was found for what is not the same here, as a collation may have it.
                findings.unchecked("unique keys of " + table.name(), "the database compares in another way");
            }
            keys.forEach((unique, wanted) -> {
                List<Object> key = key(found, columns, unique.tableColumns());
                PendingRow row = key == null ? null : wanted.get(key);
                if (row != null) {
                    compare(
                            row,
                            unique,
                            table,
                            owner,
                            key(found, columns, List.copyOf(table.primaryKey().columns())));
                }
            });
        }
    }

    private void compare(
            PendingRow row, Unique unique, Table table, EntityDescriptor<?> owner, @Nullable List<Object> primaryKey) {
        if (primaryKey == null) {
            return;
        }
        EntityKey there = owner.keyOf(primaryKey.toArray());
        PendingRow holder = rows.at(there);
        boolean same = holder == row && !row.inserts();
        boolean givesUp = holder != null
                && holder != row
                && !holder.inserts()
                && (holder.deletes() || holder.writes(unique.columns()));
        if (same || givesUp) {
            if (givesUp && !holder.deletes()) {
                exchanges.computeIfAbsent(unique, key -> new LinkedHashMap<>()).put(row, holder);
            }
            return;
        }
        if (rows.mayLoseRows(table)) {
            findings.unchecked(
                    "unique key " + unique.name() + " of " + row,
                    ValueText.name(table.name()) + " " + ValueText.key(primaryKey)
                            + " has it, and may be deleted in the same flush");
            return;
        }
        findings.problem(
                ProblemKind.UNIQUE,
                row,
                unique.columns(),
                unique.name(),
                List.of(),
                place -> place.assignment()
                        + (unique.primary()
                                ? ": a row with this primary key exists already"
                                : ": already taken by " + ValueText.name(table.name()) + " "
                                        + ValueText.key(primaryKey)));
    }

    private static @Nullable List<Object> key(Row row, List<Column<?>> columns, List<Column<?>> wanted) {
        List<Object> key = new ArrayList<>();
        for (Column<?> column : wanted) {
            int position = columns.indexOf(column);
            Object value = position < 0 ? null : row.get(position); // a key of new rows only was not asked for
            if (value == null) {
                return null;
            }
            key.add(Keys.comparable(column.type(), value));
        }
        return key;
    }

    private Set<Unique> uniques(EntityDescriptor<?> type, TablePart part) {
        Set<Unique> uniques = new LinkedHashSet<>();
        Table table = part.table();
        PrimaryKey primary = table.primaryKey();
        if (part.first() == 0) {
            uniques.add(new Unique(primary.name(), type.idColumns(), List.copyOf(part.key()), true, false, false));
        }
        for (UniqueConstraint constraint : table.uniques()) {
            add(
                    uniques,
                    type,
                    constraint.name(),
                    constraint.columns(),
                    constraint.nullsNotDistinct(),
                    constraint.deferral() != Deferral.NOT_DEFERRABLE);
        }
        for (Index index : table.indexes()) {
            if (index.isKey()) {
                add(uniques, type, index.name(), index.columns(), index.nullsNotDistinct(), false);
            } else if (index.unique()) {
                findings.unchecked("unique index " + index.name(), "it is over an expression or a part of the rows");
            }
        }
        for (ExclusionConstraint constraint : table.exclusions()) {
            findings.unchecked(
                    "exclusion constraint " + constraint.name(), "only the database compares by its operators");
        }
        return uniques;
    }

    private static void add(
            Set<Unique> uniques,
            EntityDescriptor<?> type,
            String name,
            List<Column<?>> columns,
            boolean nullsNotDistinct,
            boolean deferrable) {
        int[] positions =
                columns.stream().mapToInt(column -> Keys.position(type, column)).toArray();
        if (Arrays.stream(positions).allMatch(position -> position >= 0)) {
            uniques.add(new Unique(name, positions, columns, false, nullsNotDistinct, deferrable));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] operands(int length) {
        return new Operand[length];
    }

    /** A key that no two rows share. Classes of one table have it in common. */
    private record Unique(
            @Nullable String name,
            int[] columns,
            List<Column<?>> tableColumns,
            boolean primary,
            boolean nullsNotDistinct,
            boolean deferrable) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unique that && Objects.equals(name, that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(name);
        }
    }
}
