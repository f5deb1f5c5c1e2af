package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.compile.ForeignKeyCatalogue;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that foreign keys hold: those that the program declares and those that the database has beside them, one query
 * each.
 */
public final class ForeignKeyVerifier {

    /** How many rows are listed; beyond that it is only said that there are more. */
    public static final int LIMIT = 1000;

    private ForeignKeyVerifier() {}

    /**
     * Looks for rows that refer to rows that do not exist.
     *
     * @param probe looks rows up
     * @param metaData the program's tables, null if it declares none
     * @param catalogue how to ask the database for its foreign keys, null if it cannot be asked
     * @throws DanglingReferencesException if there are any
     */
    public static void verify(
            IntegrityProbe probe, @Nullable MetaData metaData, @Nullable ForeignKeyCatalogue catalogue) {
        Lookups lookups = new Lookups(probe);
        List<Table> actual = catalogue == null ? List.of() : new CatalogueReader(probe, catalogue).tables();
        SchemaView database = new SchemaView(actual, FactSource.CATALOG);
        SchemaView model = new SchemaView(metaData == null ? List.of() : metaData.tables(), FactSource.MODEL);
        List<DanglingReference> found = new ArrayList<>();
        Set<String> verified = new HashSet<>();
        for (SchemaView view : List.of(model, database)) {
            for (Table table : view.tables()) {
                for (ForeignKey foreignKey : table.foreignKeys()) {
                    boolean there = catalogue == null
                            || database.table(table.name()) != null
                                    && database.table(foreignKey.referencedTable()) != null;
                    if (there && verified.add(identity(foreignKey)) && found.size() <= LIMIT) {
                        found.addAll(DanglingRows.of(lookups, view, foreignKey, LIMIT + 1 - found.size()));
                    }
                }
            }
        }
        if (!found.isEmpty()) {
            boolean more = found.size() > LIMIT;
            throw new DanglingReferencesException(more ? found.subList(0, LIMIT) : found, more);
        }
    }

    private static String identity(ForeignKey foreignKey) {
        return (foreignKey.table().name() + ForeignKeyText.names(foreignKey.columns()) + foreignKey.referencedTable())
                .toLowerCase(Locale.ROOT);
    }
}
