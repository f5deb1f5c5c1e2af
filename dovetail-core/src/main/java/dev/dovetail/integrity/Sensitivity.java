package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.ErrorFacts;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.OriginFacts;
import dev.dovetail.Redacted;
import dev.dovetail.ReferencingRows;
import dev.dovetail.StatementFacts;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of the facts of an error the values that may not be shown. A foreign key has its target's values, so that
 * those of either are hidden where one of them is sensitive.
 */
final class Sensitivity {

    /** Errors over values, and those of which nothing is known. */
    private static final Set<ErrorKind> WITH_VALUES = EnumSet.of(
            ErrorKind.UNIQUE,
            ErrorKind.FOREIGN_KEY,
            ErrorKind.NOT_NULL,
            ErrorKind.CHECK,
            ErrorKind.TRIGGER,
            ErrorKind.EXCLUSION,
            ErrorKind.DATA,
            ErrorKind.UNKNOWN);

    private final Redaction redaction;
    private final StatementOrigin origin;
    private final Supplier<List<Table>> tables;
    private final ErrorKind kind;
    private final Set<Object> hidden = new HashSet<>();
    private boolean hidesSomething;

    Sensitivity(Redaction redaction, StatementOrigin origin, Supplier<List<Table>> tables, ErrorKind kind) {
        this.redaction = redaction;
        this.origin = origin;
        this.tables = tables;
        this.kind = kind;
    }

    ErrorFacts redacted(ErrorFacts facts) {
        ConstraintFacts constraint = facts.constraint();
        ConstraintFacts shown = new ConstraintFacts(
                constraint.name(),
                constraint.definition(),
                constraint.primaryKey(),
                constraint.table(),
                constraint.columns(),
                redacted(constraint.table(), constraint.values()),
                foreignKey(constraint.foreignKey()),
                redacted(constraint.table(), constraint.existingRow()),
                constraint.breaking() == null ? null : rows(constraint.breaking()),
                redacted(constraint.table(), constraint.given()),
                constraint.sources());
        OriginFacts from = facts.origin();
        ErrorFacts redacted = facts.withConstraint(shown).withStatement(statement(facts.statement()), from);
        return saysTooMuch(redacted) ? redacted.withReport(redacted.vendorCode(), null) : redacted;
    }

    // Where a value is hidden, the driver's words may hold it; and stored values are in them without any having been
    // given.
    private boolean saysTooMuch(ErrorFacts facts) {
        return hidesSomething
                || (redaction == Redaction.ALL && WITH_VALUES.contains(kind))
                || facts.statement().parameters().contains(Redacted.VALUE);
    }

    private Map<String, @Nullable Object> redacted(@Nullable String table, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(values);
        shown.replaceAll((column, value) -> hides(table, column) ? hidden(value) : value);
        return shown;
    }

    private Redacted hidden(@Nullable Object value) {
        hidesSomething = true;
        if (value != null) {
            hidden.add(value);
        }
        return Redacted.VALUE;
    }

    private @Nullable ForeignKeyFacts foreignKey(@Nullable ForeignKeyFacts foreignKey) {
        return foreignKey == null
                ? null
                : new ForeignKeyFacts(
                        foreignKey.side(),
                        foreignKey.referencedTable(),
                        foreignKey.referencedColumns(),
                        foreignKey.referencing().stream().map(this::rows).toList());
    }

    private ReferencingRows rows(ReferencingRows rows) {
        Table table = new SchemaView(tables.get(), FactSource.MODEL).table(rows.table());
        List<Column<?>> identity =
                table == null ? List.of() : table.primaryKey().columns();
        List<List<@Nullable Object>> keys = new ArrayList<>();
        for (List<@Nullable Object> key : rows.sampleKeys()) {
            // Whose columns they are is not known: nothing can be said of their being sensitive.
            if (redaction == Redaction.ALL || key.size() != identity.size()) {
                return withKeys(rows, List.of());
            }
            List<@Nullable Object> shown = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                shown.add(hides(rows.table(), identity.get(i).name()) ? hidden(key.get(i)) : key.get(i));
            }
            keys.add(shown);
        }
        return withKeys(rows, keys);
    }

    private static ReferencingRows withKeys(ReferencingRows rows, List<List<@Nullable Object>> keys) {
        return new ReferencingRows(rows.table(), rows.columns(), rows.constraint(), rows.count(), rows.more(), keys);
    }

    // The same value may have been given for a column that is not sensitive itself.
    private StatementFacts statement(StatementFacts statement) {
        List<@Nullable Object> parameters = new ArrayList<>(statement.parameters());
        parameters.replaceAll(value -> value != null && hidden.contains(value) ? Redacted.VALUE : value);
        return new StatementFacts(
                statement.sql(),
                statement.table(),
                Collections.unmodifiableList(parameters),
                statement.rowIndex(),
                statement.candidates(),
                statement.batchSize());
    }

    private boolean hides(@Nullable String table, String column) {
        return redaction == Redaction.ALL
                || (table == null ? origin.sensitive(column) : hides(table, column, new HashSet<>()));
    }

    private boolean hides(String table, String column, Set<String> seen) {
        if (!seen.add((table + '.' + column).toLowerCase(Locale.ROOT))) {
            return false;
        }
        SchemaView view = new SchemaView(tables.get(), FactSource.MODEL);
        Table known = view.table(table);
        String name = known == null ? table : known.name();
        if (origin.sensitive(name, column)) {
            return true;
        }
        for (ForeignKey foreignKey : known == null ? List.<ForeignKey>of() : known.foreignKeys()) {
            List<Column<?>> referenced = view.referencedColumns(foreignKey);
            for (int i = 0; i < referenced.size(); i++) {
                if (foreignKey.columns().get(i).name().equalsIgnoreCase(column)
                        && hides(foreignKey.referencedTable(), referenced.get(i).name(), seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
