package dev.dovetail.preview;

import dev.dovetail.UsageException;
import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueKey;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.catalogue.TableKind;
import dev.dovetail.compile.Dialect;
import dev.dovetail.engine.Connection;
import dev.dovetail.preview.GraphTable.Key;
import dev.dovetail.reflect.Inspector;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.RawStatement;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys that a database has, whether or not the program knows the tables. Immutable and thread-safe: it can be read
 * once and kept for as long as the schema stays the same.
 *
 * <pre>{@code
 * ForeignKeyGraph graph = ForeignKeyGraph.read(connection);
 * System.out.println(graph.previewDelete(connection, CUSTOMER, Sql.table(CUSTOMER).col("id", Integer.class).eq(7)));
 * }</pre>
 */
public final class ForeignKeyGraph {

    /** How many keys of one table are collected, or rows rehearsed, at most. */
    public static final int KEYS = 2000;

    private final Map<String, GraphTable> tables = new LinkedHashMap<>();
    private final String defaultSchema;

    private ForeignKeyGraph(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /**
     * Reads the foreign keys of the connection's default schema. Sends the queries of the catalogue, in the connection's transaction.
     *
     * @param connection the connection
     * @return the graph
     */
    public static ForeignKeyGraph read(Connection connection) {
        return read(connection, MetaData.of());
    }

    /**
     * Reads the foreign keys of the connection's default schema and of the schemas that a program's tables are in. Sends the
     * queries of the catalogue, in the connection's transaction.
     *
     * @param connection the connection
     * @param metaData the program's tables, whose types the sample keys have
     * @return the graph
     */
    public static ForeignKeyGraph read(Connection connection, MetaData metaData) {
        Inspector inspector = Inspector.of(connection);
        ForeignKeyGraph graph = new ForeignKeyGraph(inspector.defaultSchema());
        Map<String, Table> declared = new HashMap<>();
        metaData.tables().forEach(table -> declared.put(graph.place(table.schema(), table.name()), table));
        Set<@Nullable String> schemas = new LinkedHashSet<>();
        schemas.add(null);
        metaData.schemas().stream()
                .filter(schema -> !schema.equalsIgnoreCase(graph.defaultSchema))
                .forEach(schemas::add);
        for (String schema : schemas) {
            for (CatalogueTable entry : inspector.schema(schema).all().tables()) {
                if (entry.kind() == TableKind.TABLE) {
                    String place = graph.place(schema, entry.name());
                    graph.tables.put(place, new GraphTable(schema, entry, declared.get(place)));
                }
            }
        }
        graph.tables.values().forEach(graph::join);
        graph.sort(connection);
        return graph;
    }

    private String place(@Nullable String schema, String table) {
        return GraphTable.folded((schema == null ? defaultSchema : schema) + "\n" + table);
    }

    private void join(GraphTable child) {
        for (CatalogueForeignKey entry : child.entry().foreignKeys()) {
            String schema = entry.referencedSchema() == null ? child.table().schema() : entry.referencedSchema();
            GraphTable parent = tables.get(place(schema, entry.referencedTable()));
            if (parent == null) {
                continue;
            }
            CatalogueKey primaryKey = parent.entry().primaryKey();
            List<String> names = entry.referencedColumns().isEmpty() && primaryKey != null
                    ? primaryKey.columns()
                    : entry.referencedColumns();
            List<Column<?>> columns = child.columns(entry.columns());
            List<Column<?>> referenced = parent.columns(names);
            if (!columns.isEmpty() && columns.size() == referenced.size()) {
                Key key = new Key(child, columns, parent, referenced, entry);
                child.outgoing.add(key);
                parent.incoming.add(key);
            }
        }
    }

    /** Puts the keys that lead to a table in the order in which the database follows them. */
    private void sort(Connection connection) {
        Dialect dialect = connection.engine().dialect();
        RawStatement query = dialect.foreignKeysInOrder();
        if (query == null) {
            return;
        }
        Map<String, Integer> positions = new HashMap<>();
        for (List<@Nullable Object> row : connection.list(query)) {
            positions.putIfAbsent(
                    place(String.valueOf(row.get(0)), String.valueOf(row.get(1)), String.valueOf(row.get(2))),
                    positions.size());
        }
        tables.values()
                .forEach(table -> table.incoming.sort(Comparator.comparing(key -> positions.getOrDefault(
                        place(
                                key.child().table().schema(),
                                key.child().table().name(),
                                String.join(",", key.entry().columns())),
                        Integer.MAX_VALUE))));
    }

    private String place(@Nullable String schema, String table, String columns) {
        return place(schema, table) + "\n" + GraphTable.folded(columns);
    }

    /**
     * Whether the database had some tables when the graph was read.
     *
     * @param wanted the tables
     * @return false if one has been created since
     */
    public boolean hasAll(Collection<Table> wanted) {
        return wanted.stream().allMatch(table -> find(table) != null);
    }

    /** {@return the table as the database has it, or null if it was not there when the graph was read} */
    @Nullable
    GraphTable find(Table table) {
        return tables.get(place(table.schema(), table.name()));
    }

    GraphTable get(Table table) {
        GraphTable found = find(table);
        if (found == null) {
            throw new UsageException(
                    "DVT-PREVIEW-TABLE",
                    "the database had no table " + table
                            + " when its foreign keys were read; create it and read them again");
        }
        return found;
    }

    /**
     * What a DELETE of rows of one table would do.
     *
     * @param connection reads, in its transaction; a few statements for each table that is reached
     * @param table the table
     * @param condition which rows, by the table's own name
     * @return the preview; the rows of the statement are deleted by {@link DeleteActor#STATEMENT}
     * @throws UsageException if the database has no such table; code {@code DVT-PREVIEW-TABLE}
     */
    public DeletePreview previewDelete(Connection connection, Table table, Operand<Boolean> condition) {
        return new DeleteRequest(this, DeleteActor.STATEMENT)
                .rows(table, condition)
                .preview(connection);
    }

    /**
     * Begins a preview of what a program deletes by several statements: each row by one of its own, those that refer to others first.
     *
     * @return the request
     */
    public DeleteRequest request() {
        return new DeleteRequest(this, DeleteActor.SESSION);
    }
}
