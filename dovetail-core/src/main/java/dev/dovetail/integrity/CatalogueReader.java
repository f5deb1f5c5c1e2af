package dev.dovetail.integrity;

import dev.dovetail.compile.ForeignKeyCatalogue;
import dev.dovetail.schema.ForeignKeyDefinition;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableElement;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from the database what explanations need of its schema: tables, columns, primary and foreign keys. */
final class CatalogueReader {

    private final IntegrityProbe probe;
    private final ForeignKeyCatalogue catalogue;

    CatalogueReader(IntegrityProbe probe, ForeignKeyCatalogue catalogue) {
        this.probe = probe;
        this.catalogue = catalogue;
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (List<@Nullable Object> row : probe.untypedRows(catalogue.tables())) {
            tables.add(table(text(row.get(0))));
        }
        return tables;
    }

    private Table table(String name) {
        List<TableElement> elements = new ArrayList<>();
        Map<Integer, String> key = new TreeMap<>();
        for (List<@Nullable Object> row : probe.untypedRows(catalogue.columns(name))) {
            // The type does not matter: values of the catalogue's tables are read as the driver gives them.
            elements.add(Schema.column(text(row.get(0)), Types.TEXT));
            if (number(row.get(1)) > 0) {
                key.put(number(row.get(1)), text(row.get(0)));
            }
        }
        if (!key.isEmpty()) {
            elements.add(Schema.primaryKey(key.values().toArray(String[]::new)));
        }
        Map<Integer, List<List<@Nullable Object>>> foreignKeys = new LinkedHashMap<>();
        for (List<@Nullable Object> row : probe.untypedRows(catalogue.foreignKeys(name))) {
            foreignKeys
                    .computeIfAbsent(number(row.get(0)), id -> new ArrayList<>())
                    .add(row);
        }
        foreignKeys.values().forEach(columns -> elements.add(foreignKey(columns)));
        return Table.builder(name).add(elements).build();
    }

    /** The rows are those that {@link ForeignKeyCatalogue#foreignKeys} describes, one for each column. */
    private static ForeignKeyDefinition foreignKey(List<List<@Nullable Object>> rows) {
        List<@Nullable Object> first = rows.get(0);
        String[] columns = rows.stream().map(row -> text(row.get(3))).toArray(String[]::new);
        boolean toPrimaryKey = first.get(4) == null;
        String[] referenced = toPrimaryKey
                ? new String[0]
                : rows.stream().map(row -> text(row.get(4))).toArray(String[]::new);
        return Schema.foreignKey(columns)
                .references(text(first.get(2)), referenced)
                .onUpdate(ReferentialAction.parse(text(first.get(5))))
                .onDelete(ReferentialAction.parse(text(first.get(6))));
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
