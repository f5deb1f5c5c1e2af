package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
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
        for (WrittenRow row : context.failed().candidates()) {
            for (ForeignKey foreignKey : table.foreignKeys()) {
                Finding finding = find(table, foreignKey, row);
                if (finding != null) {
                    return finding;
                }
            }
        }
        return null;
    }

    private @Nullable Finding find(Table table, ForeignKey foreignKey, WrittenRow row) {
        List<@Nullable Object> values = CurrentValues.of(context, table, foreignKey.columns(), row);
        if (values == null || values.contains(null)) {
            return null;
        }
        SchemaView view = context.viewOf(foreignKey.referencedTable());
        Table target = view.table(foreignKey.referencedTable());
        List<Column<?>> referenced = view.referencedColumns(foreignKey);
        if (target == null || referenced.isEmpty()) {
            return null;
        }
        boolean itself = target == table
                && ForeignKeyText.names(referenced).stream().allMatch(row.values()::containsKey)
                && ForeignKeyText.names(referenced).stream()
                        .map(row.values()::get)
                        .toList()
                        .equals(values);
        if (itself || lookups.exists(view, target, referenced, values)) {
            return null;
        }
        return Finding.of(facts(foreignKey, ForeignKeyText.names(referenced), values), row.row());
    }

    private static ConstraintFacts facts(
            ForeignKey foreignKey, List<String> referenced, List<@Nullable Object> values) {
        ConstraintFacts facts = Facts.of(
                foreignKey.name(),
                ForeignKeyText.of(foreignKey, referenced),
                false,
                foreignKey.table().name(),
                ForeignKeyText.names(foreignKey.columns()),
                Map.of(Fact.CONSTRAINT, FactSource.MODEL, Fact.COLUMNS, FactSource.MODEL));
        ForeignKeyFacts parent =
                new ForeignKeyFacts(ForeignKeySide.MISSING_PARENT, foreignKey.referencedTable(), referenced, List.of());
        return Facts.withForeignKey(Facts.withValues(facts, values), parent, FactSource.PROBE);
    }
}
