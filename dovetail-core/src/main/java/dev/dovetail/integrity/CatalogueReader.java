package dev.dovetail.integrity;

import dev.dovetail.UsageException;
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

/**
 * Reads from the database what explanations need of its schema: tables, columns, primary and foreign keys. Databases take
 * more than {@link Table} does; what does not fit into one is left out, and {@link #incomplete} says of which tables.
 */
final class CatalogueReader {

    private final IntegrityProbe probe;
    private final ForeignKeyCatalogue catalogue;
    private final List<String> incomplete = new ArrayList<>();

    CatalogueReader(IntegrityProbe probe, ForeignKeyCatalogue catalogue) {
        this.probe = probe;
        this.catalogue = catalogue;
    }

    List<Table> tables() {
        incomplete.clear();
        List<Table> tables = new ArrayList<>();
        for (List<@Nullable Object> row : probe.untypedRows(catalogue.tables())) {
            Table table = table(text(row.get(0)));
            if (table != null) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** The tables that have foreign keys beside those that {@link #tables} found, or may have. */
    List<String> incomplete() {
        return List.copyOf(incomplete);
    }

    private @Nullable Table table(String name) {
        List<TableElement> columns = columns(name);
        List<TableElement> elements = new ArrayList<>(columns);
        boolean complete = true;
        for (ForeignKeyDefinition foreignKey : foreignKeys(name)) {
            if (build(name, columns, foreignKey) == null) {
                complete = false;
            } else {
                elements.add(foreignKey);
            }
        }
        Table table = build(name, elements, null);
        if (!complete || table == null) {
            incomplete.add(name);
        }
        return table;
    }

    private static @Nullable Table build(
            String name, List<TableElement> elements, @Nullable ForeignKeyDefinition foreignKey) {
        try {
            List<TableElement> all = new ArrayList<>(elements);
            if (foreignKey != null) {
                all.add(foreignKey);
            }
            return Table.builder(name).add(all).build();
        } catch (UsageException e) {
            // Such as a blank name, or one column twice in a key.
            return null;
        }
    }

    private List<TableElement> columns(String table) {
        List<TableElement> columns = new ArrayList<>();
        Map<Integer, String> key = new TreeMap<>();
        for (List<@Nullable Object> row : probe.untypedRows(catalogue.columns(table))) {
            // The type does not matter: values of the catalogue's tables are read as the driver gives them.
            columns.add(Schema.column(text(row.get(0)), Types.TEXT));
            if (number(row.get(1)) > 0) {
                key.put(number(row.get(1)), text(row.get(0)));
            }
        }
        if (!key.isEmpty()) {
            columns.add(Schema.primaryKey(key.values().toArray(String[]::new)));
        }
        return columns;
    }

    private List<ForeignKeyDefinition> foreignKeys(String table) {
        Map<Integer, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();
        for (List<@Nullable Object> row : probe.untypedRows(catalogue.foreignKeys(table))) {
            rows.computeIfAbsent(number(row.get(0)), id -> new ArrayList<>()).add(row);
        }
        List<ForeignKeyDefinition> foreignKeys = new ArrayList<>();
        // One column may have several; a name that nobody sees keeps them apart.
        rows.forEach((id, columns) -> foreignKeys.add(foreignKey(columns).named("fk_" + id)));
        return foreignKeys;
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
