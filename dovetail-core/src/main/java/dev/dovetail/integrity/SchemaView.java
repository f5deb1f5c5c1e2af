package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables as the explanations need them, from the program's model or from the database's catalogue. Unlike MetaData it
 * takes a schema as it is: a foreign key that leads nowhere is a finding here, not a mistake of the caller.
 */
final class SchemaView {

    private final List<Table> tables;
    private final Map<String, List<Table>> byName = new HashMap<>();
    private final FactSource source;

    SchemaView(Collection<Table> tables, FactSource source) {
        this.tables = List.copyOf(tables);
        this.source = source;
        for (Table table : tables) {
            byName.computeIfAbsent(key(table.name()), name -> new ArrayList<>()).add(table);
        }
    }

    FactSource source() {
        return source;
    }

    Collection<Table> tables() {
        return tables;
    }

    /** A table of which no schema is known. */
    @Nullable
    Table table(@Nullable String name) {
        return table(null, name);
    }

    /**
     * A table. Databases report names in their own case, and name the connection's own schema where the program does
     * not.
     */
    @Nullable
    Table table(@Nullable String schema, @Nullable String name) {
        List<Table> named = name == null ? List.of() : byName.getOrDefault(key(name), List.of());
        for (Table table : named) {
            if (schema == null ? table.schema() == null : schema.equalsIgnoreCase(table.schema())) {
                return table;
            }
        }
        if (schema == null) {
            return named.size() == 1 ? named.get(0) : null;
        }
        return named.stream()
                .filter(table -> table.schema() == null)
                .findFirst()
                .orElse(null);
    }

    /** The table that a foreign key leads to. */
    @Nullable
    Table target(ForeignKey foreignKey) {
        return table(foreignKey.referencedSchema(), foreignKey.referencedTable());
    }

    /** The same table as another view has it. */
    @Nullable
    Table same(Table table) {
        return table(table.schema(), table.name());
    }

    /** The columns that a foreign key leads to; empty if its target is not known or does not fit. */
    List<Column<?>> referencedColumns(ForeignKey foreignKey) {
        Table target = target(foreignKey);
        if (target == null) {
            return List.of();
        }
        List<Column<?>> columns = new ArrayList<>();
        if (foreignKey.referencedColumns().isEmpty()) {
            columns.addAll(target.primaryKey().columns());
        } else {
            for (String name : foreignKey.referencedColumns()) {
                target.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .forEach(columns::add);
            }
        }
        return columns.size() == foreignKey.columns().size() ? columns : List.of();
    }

    /** The foreign keys that lead to a table, its own included. */
    List<ForeignKey> referencing(Table table) {
        return tables.stream()
                .flatMap(other -> other.foreignKeys().stream())
                .filter(foreignKey -> target(foreignKey) == table)
                .toList();
    }

    /** The foreign key by which a row dangles, if this view knows it. */
    @Nullable
    ForeignKey foreignKey(DanglingReference reference) {
        return foreignKey(reference.table(), reference.columns(), reference.referencedTable());
    }

    /** The same foreign key as another view has it. */
    @Nullable
    ForeignKey same(ForeignKey foreignKey) {
        return foreignKey(
                same(foreignKey.table()), ForeignKeyText.names(foreignKey.columns()), foreignKey.referencedTable());
    }

    /** A foreign key by its columns and its target, if this view knows it. */
    @Nullable
    ForeignKey foreignKey(String name, List<String> columns, String referencedTable) {
        return foreignKey(table(name), columns, referencedTable);
    }

    private static @Nullable ForeignKey foreignKey(
            @Nullable Table table, List<String> columns, String referencedTable) {
        if (table == null) {
            return null;
        }
        return table.foreignKeys().stream()
                .filter(candidate -> same(ForeignKeyText.names(candidate.columns()), columns)
                        && candidate.referencedTable().equalsIgnoreCase(referencedTable))
                .findFirst()
                .orElse(null);
    }

    private static boolean same(List<String> names, List<String> others) {
        return String.join("\n", names).equalsIgnoreCase(String.join("\n", others));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
