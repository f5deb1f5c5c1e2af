package dev.dovetail.reflect;

import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of the catalogue and where it is.
 *
 * @param name schema and name
 * @param table the table
 */
record Located(Name name, CatalogueTable table) {
    /**
     * A name with its schema.
     *
     * @param schema null for the default one
     * @param table the name in it
     */
    record Name(@Nullable String schema, String table) {
        @Override
        public String toString() {
            return schema == null ? table : schema + "." + table;
        }
    }

    Name target(CatalogueForeignKey key) {
        return new Name(key.referencedSchema() == null ? name.schema() : key.referencedSchema(), key.referencedTable());
    }

    /** SQLite and some servers of MySQL take a table's name in any case. */
    static @Nullable Located find(Map<Name, Located> tables, Name name) {
        Located exact = tables.get(name);
        if (exact != null) {
            return exact;
        }
        for (Located table : tables.values()) {
            if (table.name().toString().equalsIgnoreCase(name.toString())) {
                return table;
            }
        }
        return null;
    }
}
