package dev.dovetail.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign key leads to.
 *
 * @param table the table
 * @param columns the columns, in the order of the referencing ones
 * @param problem why the key cannot work, null if it can
 */
record ForeignKeyTarget(
        Table table, List<Column<?>> columns, @Nullable String problem) {
    ForeignKeyTarget {
        columns = List.copyOf(columns);
    }

    static ForeignKeyTarget resolve(ForeignKey foreignKey, Table table) {
        List<Column<?>> columns = new ArrayList<>();
        for (String name : foreignKey.referencedColumns()) {
            if (!table.hasColumn(name)) {
                return broken(table, "references " + table + "." + name + ": " + table.noColumn(name));
            }
            columns.add(table.column(name));
        }
        if (foreignKey.referencedColumns().isEmpty()) {
            columns.addAll(table.primaryKey().columns());
        }
        if (columns.size() != foreignKey.columns().size()) {
            return broken(
                    table,
                    "has " + foreignKey.columns().size() + " columns, but the primary key of " + table + " has "
                            + columns.size());
        }
        if (!isKey(table, columns)) {
            List<String> names = columns.stream().map(Column::name).toList();
            return broken(
                    table,
                    "references " + table + "(" + String.join(", ", names)
                            + "), which is neither the primary key nor declared unique");
        }
        return new ForeignKeyTarget(table, columns, null);
    }

    private static ForeignKeyTarget broken(Table table, String problem) {
        return new ForeignKeyTarget(table, List.of(), problem);
    }

    /** The order of the columns does not matter for a key. */
    private static boolean isKey(Table table, List<Column<?>> columns) {
        Set<Column<?>> wanted = new HashSet<>(columns);
        Stream<List<Column<?>>> keys = Stream.of(
                        Stream.of(table.primaryKey().columns()),
                        table.uniques().stream().map(UniqueConstraint::columns),
                        table.indexes().stream().filter(Index::isKey).map(Index::columns))
                .flatMap(stream -> stream);
        return keys.anyMatch(key -> new HashSet<>(key).equals(wanted));
    }
}
