package dev.dovetail.integrity;

import dev.dovetail.UsageException;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.ForeignKeyDefinition;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.schema.TableElement;
import dev.dovetail.sql.RawStatement;
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

    /** Stands before the number of a foreign key that has no name; nobody is to see it. */
    private static final String UNNAMED = "foreign key without a name, number ";

    private final IntegrityProbe probe;
    private final SchemaCatalogue catalogue;
    private final List<Place> incomplete = new ArrayList<>();

    private record Place(@Nullable String schema, String table) {}

    CatalogueReader(IntegrityProbe probe, SchemaCatalogue catalogue) {
        this.probe = probe;
        this.catalogue = catalogue;
    }

    /** The name of a foreign key, null if it has none. */
    static @Nullable String nameOf(ForeignKey foreignKey) {
        return foreignKey.name().startsWith(UNNAMED) ? null : foreignKey.name();
    }

    List<Table> tables() {
        incomplete.clear();
        Map<Place, List<List<@Nullable Object>>> columns = byPlace(catalogue.columns());
        Map<Place, List<List<@Nullable Object>>> foreignKeys = byPlace(catalogue.foreignKeys());
        List<Table> tables = new ArrayList<>();
        columns.forEach((place, rows) -> {
            Table table = table(place, columns(rows), foreignKeys(foreignKeys.getOrDefault(place, List.of())));
            if (table != null) {
                tables.add(table);
            }
        });
        return tables;
    }

    /** The tables that have foreign keys beside those that {@link #tables} found, or may have. */
    List<String> incomplete() {
        return incomplete.stream().map(Place::table).toList();
    }

    private Map<Place, List<List<@Nullable Object>>> byPlace(RawStatement query) {
        Map<Place, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();
        for (List<@Nullable Object> row : probe.untypedRows(query)) {
            rows.computeIfAbsent(new Place(name(row.get(0)), named(row.get(1))), place -> new ArrayList<>())
                    .add(row);
        }
        return rows;
    }

    private @Nullable Table table(Place place, List<TableElement> columns, List<ForeignKeyDefinition> foreignKeys) {
        List<TableElement> elements = new ArrayList<>(columns);
        boolean complete = true;
        for (ForeignKeyDefinition foreignKey : foreignKeys) {
            if (build(place, columns, foreignKey) == null) {
                complete = false;
            } else {
                elements.add(foreignKey);
            }
        }
        Table table = build(place, elements, null);
        if (!complete || table == null) {
            incomplete.add(place);
        }
        return table;
    }

    private static @Nullable Table build(
            Place place, List<TableElement> elements, @Nullable ForeignKeyDefinition foreignKey) {
        try {
            List<TableElement> all = new ArrayList<>(elements);
            if (foreignKey != null) {
                all.add(foreignKey);
            }
            TableBuilder builder = Table.builder(place.table()).add(all);
            return (place.schema() == null ? builder : builder.schema(place.schema())).build();
        } catch (UsageException e) {
            // Such as a blank name, or one column twice in a key.
            return null;
        }
    }

    private List<TableElement> columns(List<List<@Nullable Object>> rows) {
        List<TableElement> columns = new ArrayList<>();
        Map<Integer, String> key = new TreeMap<>();
        for (List<@Nullable Object> row : rows) {
            // The type does not matter: values of the catalogue's tables are read as the driver gives them.
            columns.add(Schema.column(named(row.get(2)), Types.TEXT));
            if (number(row.get(3)) > 0) {
                key.put(number(row.get(3)), named(row.get(2)));
            }
        }
        if (!key.isEmpty()) {
            columns.add(Schema.primaryKey(key.values().toArray(String[]::new)));
        }
        return columns;
    }

    private List<ForeignKeyDefinition> foreignKeys(List<List<@Nullable Object>> rows) {
        Map<String, List<List<@Nullable Object>>> keys = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows) {
            keys.computeIfAbsent(
                            isTrue(row.get(3)) ? named(row.get(2)) : UNNAMED + row.get(2), key -> new ArrayList<>())
                    .add(row);
        }
        List<ForeignKeyDefinition> foreignKeys = new ArrayList<>();
        keys.forEach((name, columns) -> foreignKeys.add(foreignKey(columns).named(name)));
        return foreignKeys;
    }

    /** The rows are those that {@link SchemaCatalogue#foreignKeys} describes, one for each column. */
    private ForeignKeyDefinition foreignKey(List<List<@Nullable Object>> rows) {
        List<@Nullable Object> first = rows.get(0);
        String[] columns = rows.stream().map(row -> named(row.get(4))).toArray(String[]::new);
        boolean toPrimaryKey = first.get(7) == null;
        String[] referenced = toPrimaryKey
                ? new String[0]
                : rows.stream().map(row -> named(row.get(7))).toArray(String[]::new);
        ForeignKeyDefinition foreignKey = Schema.foreignKey(columns)
                .references(named(first.get(6)), referenced)
                .onUpdate(ReferentialAction.parse(String.valueOf(first.get(8))))
                .onDelete(ReferentialAction.parse(String.valueOf(first.get(9))));
        if (first.size() > 10 && isTrue(first.get(10))) {
            foreignKey = foreignKey.matchFull();
        }
        String schema = name(first.get(5));
        return schema == null ? foreignKey : foreignKey.inSchema(schema);
    }

    private String named(@Nullable Object stored) {
        return catalogue.named(String.valueOf(stored));
    }

    private @Nullable String name(@Nullable Object stored) {
        return stored == null ? null : named(stored);
    }

    // Where there is no type for it, truth is a number.
    private static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean truth ? truth : number(value) == 1;
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
