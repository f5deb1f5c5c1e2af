package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Sql;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the first row that keeps a transaction from being committed, while the transaction is still open. */
final class DeferredFinder {

    private DeferredFinder() {}

    static @Nullable ConstraintFacts find(
            IntegrityProbe probe,
            @Nullable MetaData metaData,
            SchemaCatalogue catalogue,
            @Nullable ForeignKeySwitch deferral) {
        SchemaView model = new SchemaView(metaData == null ? List.of() : metaData.tables(), FactSource.MODEL);
        SchemaView view = new SchemaView(new CatalogueReader(probe, catalogue).tables(), FactSource.CATALOG);
        Lookups lookups = new Lookups(probe);
        boolean allDeferred = deferral != null && isOn(probe, deferral);
        ConstraintFacts found = null;
        DanglingReference first = null;
        for (Table table : view.tables()) {
            for (ForeignKey foreignKey : table.foreignKeys()) {
                ForeignKey declared = model.same(foreignKey);
                if (declared != null && !declared.initiallyDeferred() && !allDeferred) {
                    // Its rows were there before: had one of them come now, its statement would have failed.
                    continue;
                }
                for (DanglingReference reference :
                        DanglingRows.of(lookups, view, foreignKey, ForeignKeyVerifier.LIMIT)) {
                    if (first == null) {
                        first = reference;
                        found = facts(declared == null ? foreignKey : declared, declared != null, reference);
                    } else if (!sameKey(first, reference)) {
                        // One of them may have been there before; which it is cannot be told.
                        return null;
                    } else if (!first.values().equals(reference.values())) {
                        found = Facts.withoutValues(found);
                    }
                }
            }
        }
        return found;
    }

    private static boolean sameKey(DanglingReference one, DanglingReference other) {
        return one.table().equals(other.table())
                && one.columns().equals(other.columns())
                && one.referencedTable().equals(other.referencedTable());
    }

    private static boolean isOn(IntegrityProbe probe, ForeignKeySwitch deferral) {
        List<List<@Nullable Object>> state = probe.untypedRows(Sql.sql(deferral.isOn()));
        return state.isEmpty() || state.get(0).get(0) instanceof Number on && on.intValue() == 1;
    }

    private static ConstraintFacts facts(ForeignKey foreignKey, boolean declared, DanglingReference reference) {
        FactSource source = declared ? FactSource.MODEL : FactSource.CATALOG;
        ConstraintFacts facts = Facts.of(
                CatalogueReader.nameOf(foreignKey),
                ForeignKeyText.of(foreignKey, reference.referencedColumns()),
                false,
                reference.table(),
                reference.columns(),
                Map.of(Fact.CONSTRAINT, source, Fact.COLUMNS, source));
        ForeignKeyFacts parent = new ForeignKeyFacts(
                ForeignKeySide.MISSING_PARENT, reference.referencedTable(), reference.referencedColumns(), List.of());
        return Facts.withForeignKey(Facts.withValues(facts, reference.values()), parent, FactSource.PROBE);
    }
}
