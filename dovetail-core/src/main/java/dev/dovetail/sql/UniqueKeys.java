package dev.dovetail.sql;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Index;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What no two rows of a table can have in common, as the schema has it. */
final class UniqueKeys {
    private UniqueKeys() {}

    static Set<Set<Column<?>>> of(Table table) {
        Set<Set<Column<?>>> keys = new LinkedHashSet<>();
        if (!table.primaryKey().isEmpty()) {
            keys.add(Set.copyOf(table.primaryKey().columns()));
        }
        for (UniqueConstraint unique : table.uniques()) {
            keys.add(Set.copyOf(unique.columns()));
        }
        for (Index index : table.indexes()) {
            if (index.isKey()) {
                keys.add(Set.copyOf(index.columns()));
            }
        }
        return keys;
    }

    /** The keys of the table that a row with these columns can break, but for one. */
    static Set<Set<Column<?>>> others(Table table, Collection<Column<?>> key, List<Column<?>> columns) {
        Set<Set<Column<?>>> others = of(table);
        others.remove(new HashSet<>(key));
        // A generated key that is not given is always new.
        others.removeIf(other -> other.stream().allMatch(column -> column.generated() && !columns.contains(column)));
        return others;
    }
}
