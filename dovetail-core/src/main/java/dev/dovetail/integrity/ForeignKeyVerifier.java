package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.RawStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that foreign keys hold: those that the program declares and those that the database has beside them, one query
 * each. A foreign key that leads to no table or to no key of it is not passed over: every row that has a value there
 * dangles.
 */
public final class ForeignKeyVerifier {

    /** How many rows are listed; beyond that it is only said that there are more. */
    public static final int LIMIT = 1000;

    private final Lookups lookups;
    private final @Nullable SchemaCatalogue catalogue;
    private final SchemaView model;
    private final SchemaView database;
    private final List<String> incomplete;
    private final List<DanglingReference> found;
    private final Set<String> verified = new HashSet<>();

    private ForeignKeyVerifier(
            IntegrityProbe probe,
            @Nullable MetaData metaData,
            @Nullable SchemaCatalogue catalogue,
            List<DanglingReference> found) {
        this.lookups = new Lookups(probe);
        this.catalogue = catalogue;
        this.found = found;
        model = new SchemaView(metaData == null ? List.of() : metaData.tables(), FactSource.MODEL);
        if (catalogue == null) {
            database = new SchemaView(List.of(), FactSource.CATALOG);
            incomplete = List.of();
        } else {
            CatalogueReader reader = new CatalogueReader(probe, catalogue);
            database = new SchemaView(reader.tables(), FactSource.CATALOG);
            incomplete = reader.incomplete();
        }
    }

    /**
     * Looks for rows that refer to rows that do not exist.
     *
     * @param probe looks rows up
     * @param metaData the program's tables, null if it declares none
     * @param catalogue how to ask the database for its foreign keys, null if it cannot be asked
     * @throws DanglingReferencesException if there are any
     */
    public static void verify(IntegrityProbe probe, @Nullable MetaData metaData, @Nullable SchemaCatalogue catalogue) {
        List<DanglingReference> found = new ArrayList<>();
        new ForeignKeyVerifier(probe, metaData, catalogue, found).verify();
        if (!found.isEmpty()) {
            boolean more = found.size() > LIMIT;
            throw new DanglingReferencesException(more ? found.subList(0, LIMIT) : found, more);
        }
    }

    private void verify() {
        for (SchemaView view : List.of(model, database)) {
            for (Table table : view.tables()) {
                // Without its table, a foreign key of the model has no rows.
                if (catalogue == null || database.same(table) != null) {
                    table.foreignKeys().forEach(foreignKey -> verify(view, foreignKey));
                }
            }
        }
        for (String table : incomplete) {
            verifyByDatabase(table);
        }
    }

    private void verify(SchemaView view, ForeignKey foreignKey) {
        if (found.size() > LIMIT || !verified.add(identity(view, foreignKey))) {
            return;
        }
        int limit = LIMIT + 1 - found.size();
        // What is verified are the database's rows: a target that only the model knows is missing.
        boolean there = !view.referencedColumns(foreignKey).isEmpty()
                && (catalogue == null || database.target(foreignKey) != null);
        found.addAll(
                there
                        ? DanglingRows.of(lookups, view, foreignKey, limit)
                        : DanglingRows.withoutTarget(lookups, view, foreignKey, limit));
    }

    private void verifyByDatabase(String table) {
        RawStatement violations = catalogue == null ? null : catalogue.violations(table);
        if (violations == null) {
            return;
        }
        for (List<@Nullable Object> row : lookups.probe().untypedRows(violations)) {
            if (found.size() <= LIMIT) {
                List<@Nullable Object> key = row.get(0) == null ? List.of() : List.of(row.get(0));
                String target = String.valueOf(row.get(1));
                found.add(new DanglingReference(table, key, List.of(), List.of(), target, List.of(), null));
            }
        }
    }

    private static String identity(SchemaView view, ForeignKey foreignKey) {
        Table known = view.target(foreignKey);
        String target = known == null ? foreignKey.referencedTable() : known.toString();
        List<Column<?>> resolved = view.referencedColumns(foreignKey);
        List<String> targets = resolved.isEmpty() ? foreignKey.referencedColumns() : ForeignKeyText.names(resolved);
        return (foreignKey.table().toString()
                        + ForeignKeyText.names(foreignKey.columns())
                        + target
                        + targets
                        + foreignKey.match())
                .toLowerCase(Locale.ROOT);
    }
}
