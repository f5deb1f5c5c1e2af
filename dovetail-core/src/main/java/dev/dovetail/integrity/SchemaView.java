package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables as the explanations need them, from the program's model or from the database's catalogue. Unlike MetaData it
 * takes a schema as it is: a foreign key that leads nowhere is a finding here, not a mistake of the caller.
 */
final class SchemaView {

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final FactSource source;

    SchemaView(Collection<Table> tables, FactSource source) {
        tables.forEach(table -> this.tables.put(key(table.name()), table));
        this.source = source;
    }

    FactSource source() {
        return source;
    }

    Collection<Table> tables() {
        return tables.values();
    }

    // Databases report names in their own case.
    @Nullable
    Table table(@Nullable String name) {
        return name == null ? null : tables.get(key(name));
    }

    /** The columns that a foreign key leads to; empty if its target is not known or does not fit. */
    List<Column<?>> referencedColumns(ForeignKey foreignKey) {
        Table target = table(foreignKey.referencedTable());
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
        return tables.values().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .filter(foreignKey -> table(foreignKey.referencedTable()) == table)
                .toList();
    }

    /** The foreign key by which a row dangles, if this view knows it. */
    @Nullable
    ForeignKey foreignKey(DanglingReference reference) {
        return foreignKey(reference.table(), reference.columns(), reference.referencedTable());
    }

    /** A foreign key by its columns and its target, if this view knows it. */
    @Nullable
    ForeignKey foreignKey(String name, List<String> columns, String referencedTable) {
        Table table = table(name);
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

    /** The name of a foreign key; the catalogue's tables have names of their own making, which nobody would know. */
    @Nullable
    String nameOf(ForeignKey foreignKey) {
        return source == FactSource.CATALOG ? null : foreignKey.name();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
