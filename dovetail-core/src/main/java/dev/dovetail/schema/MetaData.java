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
 * All tables of a database that belong together: resolves the foreign keys between them and sorts the tables by them.
 * Immutable and thread-safe.
 */
public final class MetaData {
    private final Map<String, Table> tables;
    private final Map<ForeignKey, ForeignKeyTarget> targets = new LinkedHashMap<>();
    private final Map<Table, List<ForeignKey>> referencing = new IdentityHashMap<>();
    private final List<List<Table>> groups;

    private MetaData(Collection<Table> declared) {
        List<String> problems = new ArrayList<>();
        Map<String, Table> byName = new LinkedHashMap<>();
        // As with columns: most databases compare names without case.
        Set<String> folded = new HashSet<>();
        Map<String, Table> indexes = new HashMap<>();
        for (Table table : declared) {
            for (Index index : table.indexes()) {
                Table other = indexes.putIfAbsent(
                        Table.qualified(table.schema(), index.name()).toLowerCase(Locale.ROOT), table);
                if (other != null && other != table) {
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
        for (Table table : tables.values()) {
            table.foreignKeys().forEach(foreignKey -> resolve(foreignKey, problems));
        }
        if (!problems.isEmpty()) {
            throw new UsageException("DVT-SCHEMA-METADATA", String.join("\n", problems));
        }
        referencing.replaceAll((table, foreignKeys) -> List.copyOf(foreignKeys));
        this.groups = DependencyGroups.sort(List.copyOf(tables.values()), this::referencedTables);
    }

    /**
     * Puts tables together.
     *
     * @param tables the tables, in any order
     * @return the registry
     * @throws UsageException if a name is taken twice, or a foreign key leads to no table, to no column, or to columns
     *     that are neither the primary key nor unique; code {@code DVT-SCHEMA-METADATA}; the message lists all of them
     */
    public static MetaData of(Table... tables) {
        return of(List.of(tables));
    }

    /**
     * Puts tables together.
     *
     * @param tables the tables, in any order
     * @return the registry
     * @throws UsageException as {@link #of(Table...)}
     */
    public static MetaData of(Collection<Table> tables) {
        return new MetaData(tables);
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
     * Creates the tables that do not exist yet, referenced tables first.
     *
     * @param target where to
     */
    public void createAll(DdlTarget target) {
        target.createAll(this);
    }

    /**
     * Drops the tables that exist, referencing tables first.
     *
     * @param target where from
     */
    public void dropAll(DdlTarget target) {
        target.dropAll(this);
    }
}
