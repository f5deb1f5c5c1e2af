package dev.dovetail.schema;

import dev.dovetail.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that the database keeps under a name. Its columns are declared, so that statements can use them as they use
 * those of a table; they are not compared with the query.
 *
 * @param table the columns, for use in statements
 * @param sql a trusted SQL query, as it stands in the DDL
 */
public record View(Table table, String sql) implements SchemaObject {
    /** Refuses constraints, which a view cannot have. */
    public View {
        boolean plain = table.foreignKeys().isEmpty()
                && table.uniques().isEmpty()
                && table.checks().isEmpty()
                && table.exclusions().isEmpty()
                && table.indexes().isEmpty();
        if (!plain || table.columns().stream().anyMatch(Column::madeByDatabase)) {
            throw new UsageException(
                    "DVT-SCHEMA-TABLE", "view " + table + ": a view has columns, and neither keys nor defaults");
        }
    }

    /**
     * Declares a view.
     *
     * @param name its name
     * @param sql a trusted SQL query; it becomes part of the DDL
     * @param columns the columns that the query gives, in order; those marked as primary key identify a row
     * @return the view
     * @throws UsageException if there are no columns, or one has a default or a constraint; code
     *     {@code DVT-SCHEMA-TABLE}
     */
    public static View of(String name, String sql, ColumnDefinition<?>... columns) {
        return new View(Table.builder(name).add(List.of(columns)).build(), sql);
    }

    @Override
    public @Nullable String schema() {
        return table.schema();
    }

    @Override
    public String name() {
        return table.name();
    }

    /** The same in another schema; names of tables within the query stay as they are. */
    @Override
    public View inSchema(@Nullable String schema) {
        return new View(table.inSchema(schema), sql);
    }

    /** The name, with the schema if there is one. */
    @Override
    public String toString() {
        return table.toString();
    }
}
