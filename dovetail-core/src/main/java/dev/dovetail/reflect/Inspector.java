package dev.dovetail.reflect;

import dev.dovetail.UsageException;
import dev.dovetail.catalogue.CatalogueDomain;
import dev.dovetail.catalogue.CatalogueEnum;
import dev.dovetail.catalogue.CatalogueQueries;
import dev.dovetail.catalogue.CatalogueRow;
import dev.dovetail.catalogue.CatalogueSchema;
import dev.dovetail.catalogue.CatalogueScope;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.catalogue.SchemaReader;
import dev.dovetail.catalogue.TableKind;
import dev.dovetail.compile.Dialect;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.internal.NearestWord;
import dev.dovetail.schema.Sequence;
import dev.dovetail.sql.RawStatement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the schema of a database as it is now. Each call asks the database anew, by a few statements, as many for one
 * table as for all; ask for {@link #all} where more than one thing is wanted. Names are those of the catalogue; on a
 * database that stores plain names in upper case, they are in lower case here, as programs write them.
 *
 * <p>Immutable. From an engine it is thread-safe, and each call takes a connection for as long as it needs; from a
 * connection it is used like that, and the statements are part of its transaction.
 */
public final class Inspector {
    private final Dialect dialect;
    private final Function<Function<CatalogueQueries, Object>, Object> access;
    private final @Nullable String schema;

    private Inspector(
            Dialect dialect, Function<Function<CatalogueQueries, Object>, Object> access, @Nullable String schema) {
        this.dialect = dialect;
        this.access = access;
        this.schema = schema;
    }

    /**
     * Looks at an engine's database.
     *
     * @param engine the engine
     * @return an inspector of the default schema
     */
    public static Inspector of(Engine engine) {
        return new Inspector(
                engine.dialect(),
                work -> {
                    try (Connection connection = engine.reading()) {
                        return work.apply(queries(connection));
                    }
                },
                null);
    }

    /**
     * Looks at a connection's database, and sees what its transaction has changed.
     *
     * @param connection the connection
     * @return an inspector of the default schema
     */
    public static Inspector of(Connection connection) {
        return new Inspector(connection.engine().dialect(), work -> work.apply(queries(connection)), null);
    }

    private static CatalogueQueries queries(Connection connection) {
        return query -> connection.list(query).stream().map(CatalogueRow::new).toList();
    }

    /**
     * Looks at another schema.
     *
     * @param name the schema, null for the connection's default one
     * @return the new inspector
     */
    public Inspector schema(@Nullable String name) {
        return new Inspector(dialect, access, name);
    }

    /**
     * The schemas, without those of the database itself. Where a database and a schema are the same, as in MySQL, these are
     * the databases; in SQLite, the files.
     *
     * @return their names
     */
    public List<String> schemas() {
        return names(reader().schemas());
    }

    /**
     * The schema in which the connection looks for a name without one.
     *
     * @return its name
     */
    public String defaultSchema() {
        return names(reader().defaultSchema()).get(0);
    }

    private List<String> names(RawStatement query) {
        return ask(queries -> queries.rows(query).stream()
                .map(row -> dialect.identifiers().named(row.text()))
                .toList());
    }

    /**
     * All that the schema consists of.
     *
     * @return tables, views and the rest
     */
    public CatalogueSchema all() {
        return read(List.of());
    }

    CatalogueSchema read(List<String> tables) {
        return ask(queries -> reader().read(queries, new CatalogueScope(schema, tables)));
    }

    /**
     * The names of the tables.
     *
     * @return the names, in the order of the database
     */
    public List<String> tables() {
        return all().tables().stream()
                .filter(table -> table.kind() == TableKind.TABLE || table.kind() == TableKind.FOREIGN_TABLE)
                .map(CatalogueTable::name)
                .toList();
    }

    /**
     * The names of the views, materialized ones among them.
     *
     * @return the names, in the order of the database
     */
    public List<String> views() {
        return all().tables().stream()
                .filter(table -> table.kind() == TableKind.VIEW || table.kind() == TableKind.MATERIALIZED_VIEW)
                .map(CatalogueTable::name)
                .toList();
    }

    /**
     * A table or view: its columns, keys, constraints, indexes, comments, or its query.
     *
     * @param name the name
     * @return what the catalogue says of it
     * @throws UsageException if there is none of that name; code {@code DVT-REFLECT-TABLE}
     */
    public CatalogueTable table(String name) {
        List<CatalogueTable> found = read(List.of(name)).tables();
        if (found.isEmpty()) {
            throw missing(name);
        }
        return found.get(0);
    }

    UsageException missing(String name) {
        List<String> names = all().tables().stream().map(CatalogueTable::name).toList();
        String nearest = NearestWord.of(name, names);
        return new UsageException(
                "DVT-REFLECT-TABLE",
                "there is no table or view " + name + " in "
                        + (schema == null ? "the default schema" : "schema " + schema)
                        + (nearest == null ? ", which is empty" : "; did you mean " + nearest + "?"));
    }

    /**
     * The sequences, without those of identity columns.
     *
     * @return the sequences
     */
    public List<Sequence> sequences() {
        return all().sequences();
    }

    /**
     * The enum types.
     *
     * @return the enums; none where the database has no such types
     */
    public List<CatalogueEnum> enums() {
        return all().enums();
    }

    /**
     * The domains.
     *
     * @return the domains; none where the database has none
     */
    public List<CatalogueDomain> domains() {
        return all().domains();
    }

    private SchemaReader reader() {
        SchemaReader reader = dialect.schemaReader();
        if (reader == null) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    "schemas of " + dialect.name() + " cannot be read back: its dialect has no SchemaReader");
        }
        return reader;
    }

    @SuppressWarnings("unchecked") // what goes in comes out
    private <R> R ask(Function<CatalogueQueries, R> work) {
        return (R) access.apply(work::apply);
    }
}
