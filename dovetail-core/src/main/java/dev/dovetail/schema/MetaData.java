package dev.dovetail.schema;

import dev.dovetail.UsageException;
import dev.dovetail.internal.DependencyGroups;
import dev.dovetail.internal.NearestWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All tables, sequences and views of a database that belong together: resolves the foreign keys between the tables and
 * sorts them by these. Immutable and thread-safe.
 */
public final class MetaData {
    private final boolean existing;
    private final Map<String, Table> tables;
    private final List<Sequence> sequences;
    private final List<EnumType> enumTypes;
    private final List<View> views;
    private final Map<ForeignKey, ForeignKeyTarget> targets = new LinkedHashMap<>();
    private final Map<Table, List<ForeignKey>> referencing = new IdentityHashMap<>();
    private final List<List<Table>> groups;

    private MetaData(Collection<? extends SchemaObject> objects, boolean existing) {
        this.existing = existing;
        List<String> problems = new ArrayList<>();
        List<Table> declared = allOf(Table.class, objects);
        this.enumTypes = List.copyOf(allOf(EnumType.class, objects));
        this.views = List.copyOf(allOf(View.class, objects));
        this.sequences = sequences(objects, declared);
        Map<String, Table> byName = new LinkedHashMap<>();
        // As with columns: most databases compare names without case.
        Set<String> folded = new HashSet<>();
        Map<String, Table> indexes = new HashMap<>();
        for (Table table : declared) {
            for (Index index : table.indexes()) {
                Table other = indexes.putIfAbsent(
                        Table.qualified(table.schema(), index.name()).toLowerCase(Locale.ROOT), table);
                if (other != null && other != table && !existing) {
                    problems.add("index " + index.name() + " of " + table + " has the name of an index of " + other
                            + "; give one of them a name of its own");
                }
            }
            if (!folded.add(table.toString().toLowerCase(Locale.ROOT)) && !byName.containsKey(table.toString())) {
                problems.add("table " + table + " differs from another only in upper and lower case");
            }
            if (byName.putIfAbsent(table.toString(), table) != null) {
                problems.add("table " + table + " is declared twice");
            }
            referencing.put(table, new ArrayList<>());
        }
        this.tables = Collections.unmodifiableMap(byName);
        Set<String> others = new HashSet<>(folded);
        for (SchemaObject object : allButTables()) {
            if (!others.add(object.toString().toLowerCase(Locale.ROOT))) {
                problems.add(object + " has the name of another object; give one of them a name of its own");
            }
        }
        for (Table table : tables.values()) {
            table.foreignKeys().forEach(foreignKey -> resolve(foreignKey, problems));
        }
        if (!problems.isEmpty()) {
            throw new UsageException("DVT-SCHEMA-METADATA", String.join("\n", problems));
        }
        referencing.replaceAll((table, foreignKeys) -> List.copyOf(foreignKeys));
        this.groups = DependencyGroups.sort(List.copyOf(tables.values()), this::referencedTables);
    }

    /** Those that were given, and those that columns take their values from. */
    private static List<Sequence> sequences(Collection<? extends SchemaObject> objects, List<Table> tables) {
        Set<Sequence> sequences = new LinkedHashSet<>(allOf(Sequence.class, objects));
        for (Table table : tables) {
            for (Column<?> column : table.columns()) {
                if (column.value() instanceof ColumnValue.DefaultNext next) {
                    sequences.add(next.sequence());
                }
            }
        }
        return List.copyOf(sequences);
    }

    private static <T> List<T> allOf(Class<T> type, Collection<?> objects) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<SchemaObject> allButTables() {
        List<SchemaObject> objects = new ArrayList<>(sequences);
        objects.addAll(enumTypes);
        objects.addAll(views);
        return objects;
    }

    /**
     * Puts tables, sequences and views together. A sequence that is the default of a column need not be given.
     *
     * @param objects the objects; tables and sequences in any order, views behind those that they use
     * @return the registry
     * @throws UsageException if a name is taken twice, or a foreign key leads to no table, to no column, or to columns
     *     that are neither the primary key nor unique; code {@code DVT-SCHEMA-METADATA}; the message lists all of them
     */
    public static MetaData of(SchemaObject... objects) {
        return of(List.of(objects));
    }

    /**
     * Puts tables, sequences and views together.
     *
     * @param objects the objects
     * @return the registry
     * @throws UsageException as {@link #of(SchemaObject...)}
     */
    public static MetaData of(Collection<? extends SchemaObject> objects) {
        return new MetaData(objects, false);
    }

    /**
     * Puts objects together that a database has already. Indexes of different tables may have the same name then, as some
     * databases allow.
     *
     * @param objects the objects, as for {@link #of(Collection)}
     * @return the registry
     * @throws UsageException as {@link #of(Collection)}
     */
    public static MetaData ofExisting(Collection<? extends SchemaObject> objects) {
        return new MetaData(objects, true);
    }

    /**
     * The same with all that is in no schema put into one. The objects are new: take tables and columns for statements
     * from the copy.
     *
     * @param schema the schema
     * @return the copy; foreign keys that name no schema follow their tables
     */
    public MetaData inSchema(String schema) {
        return copy(new SchemaNames(name -> name == null ? schema : name));
    }

    /**
     * The same with other names for schemas. The objects are new: take tables and columns for statements from the copy.
     *
     * @param newNames the new name of each schema; one that is not there keeps its own
     * @return the copy
     */
    public MetaData withSchemas(Map<String, String> newNames) {
        Map<String, String> names = Map.copyOf(newNames);
        return copy(new SchemaNames(name -> name == null ? null : names.getOrDefault(name, name)));
    }

    private MetaData copy(SchemaNames schemas) {
        List<SchemaObject> copies = new ArrayList<>();
        tables.values().forEach(table -> copies.add(new TableBuilder(table, schemas).build()));
        allButTables()
                .forEach(object -> copies.add(
                        object instanceof Sequence sequence
                                ? schemas.of(sequence)
                                : object.inSchema(schemas.of(object.schema()))));
        return new MetaData(copies, existing);
    }

    /**
     * What differs from another MetaData, as far as a database shows it: client defaults, the order of tables and the order
     * of constraints do not count.
     *
     * @param actual the other one, for example one that was read from a database
     * @return the differences; empty if the two are the same
     */
    public List<Difference> differences(MetaData actual) {
        return new MetaDataComparison(this, actual).differences();
    }

    private void resolve(ForeignKey foreignKey, List<String> problems) {
        String name = Table.qualified(foreignKey.referencedSchema(), foreignKey.referencedTable());
        Table target = tables.get(name);
        if (target == null) {
            String nearest = NearestWord.of(name, tables.keySet());
            problems.add(describe(foreignKey) + " references table " + name + ", which is not among the tables"
                    + (nearest == null ? "" : "; did you mean " + nearest + "?"));
            return;
        }
        ForeignKeyTarget resolved = ForeignKeyTarget.resolve(foreignKey, target);
        if (resolved.problem() == null) {
            targets.put(foreignKey, resolved);
            listReferencing(target).add(foreignKey);
        } else {
            problems.add(describe(foreignKey) + " " + resolved.problem());
        }
    }

    private static String describe(ForeignKey foreignKey) {
        return "foreign key " + foreignKey.name() + " of " + foreignKey.table();
    }

    /**
     * A table by its name.
     *
     * @param name the name, {@code schema.name} for one in a schema
     * @return the table
     * @throws UsageException if there is none; code {@code DVT-SCHEMA-NO-TABLE}
     */
    public Table table(String name) {
        Table table = findTable(name);
        if (table == null) {
            String nearest = NearestWord.of(name, tables.keySet());
            throw new UsageException(
                    "DVT-SCHEMA-NO-TABLE",
                    "there is no table " + name + (nearest == null ? "" : "; did you mean " + nearest + "?"));
        }
        return table;
    }

    /**
     * A table by its name, if there is one.
     *
     * @param name the name, {@code schema.name} for one in a schema
     * @return the table, or null
     */
    public @Nullable Table findTable(String name) {
        return tables.get(name);
    }

    /**
     * The tables in declared order.
     *
     * @return an immutable list
     */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /**
     * The sequences, those that columns take their values from included.
     *
     * @return an immutable list
     */
    public List<Sequence> sequences() {
        return sequences;
    }

    /**
     * The types that are made of words.
     *
     * @return an immutable list
     */
    public List<EnumType> enumTypes() {
        return enumTypes;
    }

    /**
     * The views in declared order.
     *
     * @return an immutable list
     */
    public List<View> views() {
        return views;
    }

    /**
     * The schemas that the objects are in.
     *
     * @return an immutable list; the connection's default schema is not among them
     */
    public List<String> schemas() {
        Set<String> schemas = new LinkedHashSet<>();
        tables.values().forEach(table -> addSchema(schemas, table));
        allButTables().forEach(object -> addSchema(schemas, object));
        return List.copyOf(schemas);
    }

    private static void addSchema(Set<String> schemas, SchemaObject object) {
        if (object.schema() != null) {
            schemas.add(object.schema());
        }
    }

    /**
     * The tables in the order in which they can be created and filled: referenced ones first. Tables that refer to each
     * other in a cycle stand together, in declared order.
     *
     * @return an immutable list
     */
    public List<Table> sortedTables() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /**
     * The groups of tables that refer to each other, directly or by way of others, so that none of them can come first.
     * A table that refers only to itself is none.
     *
     * @return an immutable list of groups, each with at least two tables
     */
    public List<List<Table>> cycles() {
        return groups.stream().filter(group -> group.size() > 1).toList();
    }

    /**
     * The foreign keys that lead to a table, its own included.
     *
     * @param table the table referred to
     * @return an immutable list, in the declared order of the referencing tables
     * @throws UsageException if the table is not in this registry
     */
    public List<ForeignKey> referencing(Table table) {
        return listReferencing(table);
    }

    private List<ForeignKey> listReferencing(Table table) {
        List<ForeignKey> foreignKeys = referencing.get(table);
        if (foreignKeys == null) {
            throw new UsageException("DVT-SCHEMA-NO-TABLE", "table " + table + " does not belong to this MetaData");
        }
        return foreignKeys;
    }

    /**
     * The table that a foreign key leads to.
     *
     * @param foreignKey a foreign key of one of the tables
     * @return the table
     * @throws UsageException if the foreign key belongs to no table of this registry
     */
    public Table referenced(ForeignKey foreignKey) {
        return target(foreignKey).table();
    }

    /**
     * The columns that a foreign key leads to.
     *
     * @param foreignKey a foreign key of one of the tables
     * @return the columns, in the order of the referencing ones
     * @throws UsageException if the foreign key belongs to no table of this registry
     */
    public List<Column<?>> referencedColumns(ForeignKey foreignKey) {
        return target(foreignKey).columns();
    }

    private ForeignKeyTarget target(ForeignKey foreignKey) {
        ForeignKeyTarget target = targets.get(foreignKey);
        if (target == null) {
            throw new UsageException("DVT-SCHEMA-NO-TABLE", describe(foreignKey) + " does not belong to this MetaData");
        }
        return target;
    }

    private Set<Table> referencedTables(Table table) {
        Set<Table> referenced = new LinkedHashSet<>();
        for (ForeignKey foreignKey : table.foreignKeys()) {
            referenced.add(Objects.requireNonNull(targets.get(foreignKey)).table());
        }
        return referenced;
    }

    /**
     * Creates what does not exist yet: {@link DdlTarget#createAll}.
     *
     * @param target where to: an engine or a connection
     */
    public void createAll(DdlTarget target) {
        target.createAll(this);
    }

    /**
     * Drops what exists: {@link DdlTarget#dropAll}.
     *
     * @param target where from: an engine or a connection
     */
    public void dropAll(DdlTarget target) {
        target.dropAll(this);
    }

    /**
     * Creates some of the tables, as far as they do not exist yet, with their indexes, schemas and sequences. What they refer
     * to has to be there, or to be among them.
     *
     * @param target where to: an engine or a connection
     * @param chosen tables of this registry, in any order
     */
    public void createAll(DdlTarget target, Collection<Table> chosen) {
        chosen.forEach(this::listReferencing); // refuses one of another registry
        target.createAll(this, chosen);
    }

    /**
     * Drops some of the tables, as far as they exist. Sequences stay.
     *
     * @param target where from: an engine or a connection
     * @param chosen tables of this registry, in any order
     */
    public void dropAll(DdlTarget target, Collection<Table> chosen) {
        chosen.forEach(this::listReferencing);
        target.dropAll(this, chosen);
    }
}
