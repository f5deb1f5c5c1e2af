package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.compile.ForeignKeyCatalogue;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the first row that keeps a transaction from being committed, while the transaction is still open. */
final class DeferredFinder {

    private DeferredFinder() {}

    static @Nullable ConstraintFacts find(
            IntegrityProbe probe, @Nullable MetaData metaData, ForeignKeyCatalogue catalogue) {
        SchemaView model = new SchemaView(metaData == null ? List.of() : metaData.tables(), FactSource.MODEL);
        SchemaView view = new SchemaView(new CatalogueReader(probe, catalogue).tables(), FactSource.CATALOG);
        Lookups lookups = new Lookups(probe);
        for (Table table : view.tables()) {
            for (ForeignKey foreignKey : table.foreignKeys()) {
                List<DanglingReference> found = DanglingRows.of(lookups, view, foreignKey, 1);
                if (!found.isEmpty()) {
                    ForeignKey declared = model.foreignKey(found.get(0));
                    return facts(declared == null ? foreignKey : declared, declared != null, found.get(0));
                }
            }
        }
        return null;
    }

    private static ConstraintFacts facts(ForeignKey foreignKey, boolean declared, DanglingReference reference) {
        FactSource source = declared ? FactSource.MODEL : FactSource.CATALOG;
        ConstraintFacts facts = Facts.of(
                declared ? foreignKey.name() : null,
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
