package dev.dovetail.reflect;

import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueSchema;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.catalogue.TableKind;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.EnumType;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a {@link MetaData} of the tables that a database has. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * MetaData shop = Reflection.of(engine).schema("shop").reflect();
 * Table customer = shop.table("shop.customer");
 * Column<String> name = customer.column("name", String.class);
 * }</pre>
 *
 * <p>The tables are those that would create the same schema again: from a schema that Dovetail created come equal tables.
 * What a schema has beyond that is left out, and said in {@link Reflected#warnings}.
 */
public final class Reflection {
    private static final Logger LOG = LoggerFactory.getLogger(Reflection.class);

    private final Inspector inspector;
    private final Options options;

    private Reflection(Inspector inspector, Options options) {
        this.inspector = inspector;
        this.options = options;
    }

    /** What is wanted. */
    private record Options(
            List<String> schemas,
            List<String> only,
            Predicate<String> matching,
            boolean views,
            boolean following,
            TypeMapping types) {}

    private static final Options ALL =
            new Options(List.of(), List.of(), name -> true, false, true, (table, column) -> null);

    /**
     * Reads an engine's database.
     *
     * @param engine the engine
     * @return a reflection of all tables of the default schema
     */
    public static Reflection of(Engine engine) {
        return new Reflection(Inspector.of(engine), ALL);
    }

    /**
     * Reads a connection's database, and sees what its transaction has changed.
     *
     * @param connection the connection
     * @return a reflection of all tables of the default schema
     */
    public static Reflection of(Connection connection) {
        return new Reflection(Inspector.of(connection), ALL);
    }

    /**
     * Reads other schemas than the default one. Their tables have the schema in their names.
     *
     * @param names the schemas
     * @return the new reflection
     */
    public Reflection schema(String... names) {
        return with(new Options(
                List.of(names), options.only, options.matching, options.views, options.following, options.types));
    }

    /**
     * Reads some tables only, and those that they refer to.
     *
     * @param tables their names
     * @return the new reflection
     */
    public Reflection only(String... tables) {
        return with(new Options(
                options.schemas,
                List.of(tables),
                options.matching,
                options.views || tables.length > 0,
                options.following,
                options.types));
    }

    /**
     * Reads some tables only, and those that they refer to.
     *
     * @param names tells of a name whether the table is wanted
     * @return the new reflection
     */
    public Reflection matching(Predicate<String> names) {
        return with(new Options(options.schemas, options.only, names, options.views, options.following, options.types));
    }

    /**
     * Whether views are read too; by default only those that {@link #only} names.
     *
     * @param wanted true to read them
     * @return the new reflection
     */
    public Reflection views(boolean wanted) {
        return with(
                new Options(options.schemas, options.only, options.matching, wanted, options.following, options.types));
    }

    /**
     * Whether tables that foreign keys lead to are read although they were not asked for; by default they are. A foreign key
     * whose table is not read is left out.
     *
     * @param wanted true to read them
     * @return the new reflection
     */
    public Reflection followForeignKeys(boolean wanted) {
        return with(new Options(options.schemas, options.only, options.matching, options.views, wanted, options.types));
    }

    /**
     * Chooses types. The mapping given last is asked first.
     *
     * @param mapping chooses the type of a column, or leaves it
     * @return the new reflection
     */
    public Reflection mapType(TypeMapping mapping) {
        TypeMapping before = options.types;
        TypeMapping both = (table, column) -> {
            Type<?> type = mapping.type(table, column);
            return type == null ? before.type(table, column) : type;
        };
        return with(
                new Options(options.schemas, options.only, options.matching, options.views, options.following, both));
    }

    /**
     * Gives a column its type.
     *
     * @param table the name of the table, without the schema
     * @param column the name of the column
     * @param type the type, such as one of an enum
     * @return the new reflection
     */
    public Reflection mapType(String table, String column, Type<?> type) {
        return mapType((name, found) -> name.equals(table) && found.name().equals(column) ? type : null);
    }

    private Reflection with(Options newOptions) {
        return new Reflection(inspector, newOptions);
    }

    /**
     * Reads the tables. What of the schema they do not say is logged as a warning.
     *
     * @return the tables
     * @throws dev.dovetail.UsageException if {@link #only} names a table that is not there; code {@code DVT-REFLECT-TABLE}
     */
    public MetaData reflect() {
        Reflected reflected = read();
        reflected.warnings().forEach(LOG::warn);
        return reflected.metaData();
    }

    /**
     * Reads the tables.
     *
     * @return the tables, and what of the schema they do not say
     * @throws dev.dovetail.UsageException if {@link #only} names a table that is not there; code {@code DVT-REFLECT-TABLE}
     */
    public Reflected read() {
        Found found = new Found();
        List<@Nullable String> schemas = new ArrayList<>(options.schemas);
        if (schemas.isEmpty()) {
            schemas.add(null);
        }
        for (String schema : schemas) {
            CatalogueSchema all = inspector.schema(schema).read(options.only);
            List<String> names = all.tables().stream().map(CatalogueTable::name).toList();
            for (String name : options.only) {
                if (!names.contains(name)) {
                    throw inspector.schema(schema).missing(name);
                }
            }
            boolean whole = options.only.isEmpty();
            all.tables().stream()
                    .filter(table -> options.matching.test(table.name()) && (options.views || !isView(table)))
                    .forEach(table -> found.add(schema, table));
            found.addOthers(schema, all, whole);
        }
        if (options.following) {
            follow(found);
        }
        return new ModelMaker(found.tables, found.sequences, found.enums, found.wanted, options.types).make();
    }

    static boolean isView(CatalogueTable table) {
        return table.kind() == TableKind.VIEW || table.kind() == TableKind.MATERIALIZED_VIEW;
    }

    /** Reads what foreign keys lead to, and what the foreign keys of that lead to, one schema at a time. */
    private void follow(Found found) {
        Map<@Nullable String, Set<String>> missing = found.missing();
        while (!missing.isEmpty()) {
            missing.forEach((schema, names) -> {
                CatalogueSchema more = inspector.schema(schema).read(List.copyOf(names));
                more.tables().forEach(table -> found.add(schema, table));
                found.addOthers(schema, more, false);
                names.forEach(name -> found.asked.add(new Located.Name(schema, name)));
            });
            missing = found.missing();
        }
    }

    /** What was read so far. */
    private static final class Found {
        private final Map<Located.Name, Located> tables = new LinkedHashMap<>();
        private final Set<Located.Name> asked = new LinkedHashSet<>();
        private final List<Sequence> sequences = new ArrayList<>();
        private final List<EnumType> enums = new ArrayList<>();
        private final Set<SchemaObject> wanted = new LinkedHashSet<>();

        void add(@Nullable String schema, CatalogueTable table) {
            Located located = new Located(new Located.Name(schema, table.name()), table);
            tables.putIfAbsent(located.name(), located);
        }

        void addOthers(@Nullable String schema, CatalogueSchema found, boolean inResult) {
            List<EnumType> types = found.enums().stream()
                    .map(type -> new EnumType(schema, type.name(), type.labels()))
                    .toList();
            sequences.addAll(found.sequences());
            enums.addAll(types);
            if (inResult) {
                wanted.addAll(found.sequences());
                wanted.addAll(types);
            }
        }

        Map<@Nullable String, Set<String>> missing() {
            Map<@Nullable String, Set<String>> missing = new LinkedHashMap<>();
            for (Located located : tables.values()) {
                for (CatalogueForeignKey key : located.table().foreignKeys()) {
                    Located.Name target = located.target(key);
                    if (!asked.contains(target) && Located.find(tables, target) == null) {
                        missing.computeIfAbsent(target.schema(), schema -> new LinkedHashSet<>())
                                .add(target.table());
                    }
                }
            }
            return missing;
        }
    }
}
