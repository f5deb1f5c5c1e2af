package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.integrity.ActualKeys.Key;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the foreign key of an inserted or updated row that leads to no row. */
final class MissingParentFinder {

    private final FailureContext context;
    private final Lookups lookups;

    MissingParentFinder(FailureContext context, Lookups lookups) {
        this.context = context;
        this.lookups = lookups;
    }

    @Nullable
    Finding find() {
        Table table = context.failed().table();
        if (table == null || context.failed().isDelete()) {
            return null;
        }
        List<WrittenRow> candidates = context.failed().candidates();
        for (WrittenRow row : candidates.subList(0, Math.min(UniqueFinder.MOST_ROWS, candidates.size()))) {
            for (Key key : context.keys().of(table)) {
                // What is put off to the commit did not fail here.
                Finding finding =
                        key.atCommit() || !context.isReported(key.foreignKey()) ? null : find(table, key, row);
                if (finding != null) {
                    return finding;
                }
            }
        }
        return null;
    }

    private @Nullable Finding find(Table table, Key key, WrittenRow row) {
        ForeignKey foreignKey = key.foreignKey();
        List<Column<?>> columns = ActualKeys.columns(table, ForeignKeyText.names(foreignKey.columns()));
        if (columns.isEmpty()) {
            return null;
        }
        List<@Nullable Object> values = CurrentValues.of(context, table, columns, row);
        if (values == null || values.contains(null)) {
            return null;
        }
        SchemaView view = context.viewOf(foreignKey);
        Table target = view.target(foreignKey);
        List<Column<?>> referenced = target == null ? List.of() : ActualKeys.referenced(target, foreignKey);
        if (target == null || referenced.isEmpty()) {
            return null;
        }
        if (target == table && mayComeWithIt(ForeignKeyText.names(referenced), values, row)) {
            return null;
        }
        if (lookups.exists(view, target, referenced, columns, values)) {
            return null;
        }
        ConstraintFacts facts = facts(key, ForeignKeyText.names(referenced), values);
        List<@Nullable Object> converted = context.converted(table, columns, values);
        return Finding.of(converted.equals(values) ? facts : Facts.withConverted(facts, converted), row.row());
    }

    // A row may refer to itself and, as the check comes after the statement, to any other row of the same insert.
    private boolean mayComeWithIt(List<String> referenced, List<@Nullable Object> values, WrittenRow row) {
        for (WrittenRow other : context.failed().candidates()) {
            if (other.row() != row.row()) {
                continue;
            }
            if (!other.values().keySet().containsAll(referenced)) {
                // An update leaves alone what it does not name; an insert gets what nobody here knows.
                if (context.failed().isInsert()) {
                    return true;
                }
            } else if (referenced.stream().map(other.values()::get).toList().equals(values)) {
                return true;
            }
        }
        return false;
    }

    private static ConstraintFacts facts(Key key, List<String> referenced, List<@Nullable Object> values) {
        ForeignKey foreignKey = key.foreignKey();
        ConstraintFacts facts = Facts.of(
                key.name(),
                ForeignKeyText.of(foreignKey, referenced),
                false,
                foreignKey.table().name(),
                ForeignKeyText.names(foreignKey.columns()),
                Map.of(Fact.CONSTRAINT, key.source(), Fact.COLUMNS, key.source()));
        ForeignKeyFacts parent =
                new ForeignKeyFacts(ForeignKeySide.MISSING_PARENT, foreignKey.referencedTable(), referenced, List.of());
        return Facts.withForeignKey(Facts.withValues(facts, values), parent, FactSource.PROBE);
    }
}
