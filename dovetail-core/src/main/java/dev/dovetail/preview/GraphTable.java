package dev.dovetail.preview;

import dev.dovetail.catalogue.CatalogueColumn;
import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueKey;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table that the database has, and the foreign keys from and to it. Complete once the graph is. */
final class GraphTable {

    private final Table table;
    private final CatalogueTable entry;
    private final List<Column<?>> identity;
    private final Map<String, Column<?>> columns = new HashMap<>();
    /** The foreign keys that lead here, in the order in which the database follows them. */
    final List<Key> incoming = new ArrayList<>();

    /** The foreign keys of this table. */
    final List<Key> outgoing = new ArrayList<>();

    /**
     * A foreign key.
     *
     * @param child the referring table
     * @param columns its columns
     * @param parent the table referred to
     * @param referenced the columns there
     * @param entry what the catalogue says
     */
    record Key(
            GraphTable child,
            List<Column<?>> columns,
            GraphTable parent,
            List<Column<?>> referenced,
            CatalogueForeignKey entry) {

        ReferentialAction rule() {
            return entry.onDelete();
        }

        boolean refuses() {
            return rule() == ReferentialAction.NO_ACTION || rule() == ReferentialAction.RESTRICT;
        }

        /** Whether it is looked at when the transaction ends: then it does not matter in which order rows have gone. */
        boolean atCommit() {
            return rule() == ReferentialAction.NO_ACTION && entry.deferral() == Deferral.INITIALLY_DEFERRED;
        }

        /** Whether all columns can become NULL. */
        boolean nullable() {
            return columns.stream().allMatch(child::nullable);
        }

        /** What ON DELETE SET DEFAULT writes. */
        List<ColumnValue> defaults() {
            return columns.stream().map(child::value).toList();
        }

        /** Whether it and another foreign key share columns, so that what one writes changes what the other refers to. */
        boolean touches(List<Column<?>> others) {
            return columns.stream().anyMatch(others::contains);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return child.name() + names(columns) + " \u2192 " + parent.name() + names(referenced);
        }
    }

    /**
     * Makes the table.
     *
     * @param schema its schema, null for the connection's default one
     * @param entry what the catalogue says
     * @param declared the table as the program declares it, null if it does not
     */
    GraphTable(@Nullable String schema, CatalogueTable entry, @Nullable Table declared) {
        this.entry = entry;
        this.table = declared == null || !hasAllKeys(declared, entry) ? table(schema, entry) : declared;
        table.columns().forEach(column -> columns.put(folded(column.name()), column));
        CatalogueKey primaryKey = entry.primaryKey();
        this.identity = primaryKey == null ? List.of() : columns(primaryKey.columns());
    }

    /** A program may know less of a table than the catalogue, but not of its keys. */
    private static boolean hasAllKeys(Table declared, CatalogueTable entry) {
        List<String> needed = new ArrayList<>();
        entry.foreignKeys().forEach(key -> needed.addAll(key.columns()));
        entry.uniques().forEach(key -> needed.addAll(key.columns()));
        entry.indexes().stream().filter(index -> index.unique()).forEach(index -> needed.addAll(index.columns()));
        if (entry.primaryKey() != null) {
            needed.addAll(entry.primaryKey().columns());
        }
        return needed.stream()
                .allMatch(name -> declared.columns().stream()
                        .anyMatch(column -> column.name().equalsIgnoreCase(name)));
    }

    private static Table table(@Nullable String schema, CatalogueTable entry) {
        TableBuilder builder = Table.builder(entry.name());
        for (CatalogueColumn column : entry.columns()) {
            builder.add(Schema.column(column.name(), column.type().type()));
        }
        return (schema == null ? builder : builder.schema(schema)).build();
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String names(List<Column<?>> columns) {
        return "(" + String.join(", ", columns.stream().map(Column::name).toList()) + ")";
    }

    Table table() {
        return table;
    }

    CatalogueTable entry() {
        return entry;
    }

    String name() {
        return table.toString();
    }

    /** The primary key; empty if there is none. */
    List<Column<?>> identity() {
        return identity;
    }

    /** The columns of these names; empty if they are not all there. */
    List<Column<?>> columns(List<String> names) {
        List<Column<?>> found = new ArrayList<>();
        for (String name : names) {
            Column<?> column = columns.get(folded(name));
            if (column == null) {
                return List.of();
            }
            found.add(column);
        }
        return found;
    }

    /** The same columns of another table of this name. */
    List<Column<?>> same(List<Column<?>> others) {
        return columns(others.stream().map(Column::name).toList());
    }

    boolean nullable(Column<?> column) {
        return !identity.contains(column) && find(column).nullable();
    }

    private ColumnValue value(Column<?> column) {
        ColumnValue value = find(column).value();
        return value == null ? new ColumnValue.Given() : value;
    }

    private CatalogueColumn find(Column<?> column) {
        return entry.columns().stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(column.name()))
                .findFirst()
                .orElseThrow();
    }

    TableSource source() {
        return new TableSource(table, null);
    }

    ColumnRef<?> ref(Column<?> column) {
        return source().col(column);
    }

    @Override
    public String toString() {
        return name();
    }
}
