package dev.dovetail.catalogue;

import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a catalogue.
 *
 * @param schema the schema, null for the connection's default one
 * @param tables the names of tables and views as the catalogue has them, none for all
 */
public record CatalogueScope(@Nullable String schema, List<String> tables) {
    private static final String NAME = "table_";

    /** Copies the list. */
    public CatalogueScope {
        tables = List.copyOf(tables);
    }

    /**
     * Fills the places in a statement that depend on what is wanted.
     *
     * @param sql a statement in which {@code {schema}} stands for the schema and <code>{and: x}</code>, with x the column
     *     of the table's name, for the condition that the table is wanted; in both any number of times
     * @param defaultSchema an expression for the connection's default schema
     * @return the statement, with its values
     */
    public RawStatement statement(String sql, String defaultSchema) {
        String names = IntStream.range(0, tables.size())
                .mapToObj(index -> ":" + NAME + index)
                .collect(Collectors.joining(", ", "(", ")"));
        RawStatement statement = Sql.sql(sql.replace("{schema}", schema == null ? defaultSchema : ":schema")
                .replaceAll("\\{and: ([^}]+)}", tables.isEmpty() ? "" : "AND $1 IN " + names));
        if (schema != null && sql.contains("{schema}")) {
            statement = statement.bind("schema", schema);
        }
        for (int index = 0; index < tables.size() && sql.contains("{and: "); index++) {
            statement = statement.bind(NAME + index, tables.get(index));
        }
        return statement;
    }
}
