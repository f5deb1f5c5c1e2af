package dev.dovetail.schema;

import dev.dovetail.UsageException;
import dev.dovetail.type.SqlKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the elements of a table into its columns, keys, constraints and indexes, and refuses those that do not fit
 * together. All problems are collected and reported at once.
 */
final class TableAssembly {
    private static final Set<SqlKind> COUNTING = Set.of(SqlKind.SMALLINT, SqlKind.INTEGER, SqlKind.BIGINT);

    private final Table table;
    private final NamingConvention naming;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> constraintNames = new HashSet<>();
    private final Set<String> indexNames = new HashSet<>();
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();
    private final PrimaryKey primaryKey;
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<UniqueConstraint> uniques = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    TableAssembly(Table table, TableBuilder builder) {
        this.table = table;
        this.naming = builder.naming();
        if (table.name().isBlank()) {
            problems.add("a table needs a name");
        }
        PrimaryKeyDefinition key = primaryKeyOf(builder.elements());
        addColumns(builder.elements(), key.columns());
        if (columns.isEmpty()) {
            problems.add("a table needs at least one column");
        }
        this.primaryKey = new PrimaryKey(
                table,
                key.columns().isEmpty() ? "" : name(key.name(), naming.primaryKey(), key.columns()),
                resolve("the primary key", key.columns()));
        for (TableElement element : builder.elements()) {
            addConstraint(element);
        }
        checkGenerated();
        if (!problems.isEmpty()) {
            throw new UsageException("DVT-SCHEMA-TABLE", "table " + table + ": " + String.join("; ", problems));
        }
    }

    private PrimaryKeyDefinition primaryKeyOf(List<TableElement> elements) {
        List<PrimaryKeyDefinition> declared = new ArrayList<>();
        List<String> marked = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof PrimaryKeyDefinition definition) {
                declared.add(definition);
            } else if (element instanceof ColumnDefinition<?> column && column.isPrimaryKey()) {
                marked.add(column.name());
            }
        }
        if (declared.size() > 1 || (!declared.isEmpty() && !marked.isEmpty())) {
            problems.add("the primary key is declared more than once");
        }
        return declared.isEmpty() ? new PrimaryKeyDefinition(null, marked) : declared.get(0);
    }

    private void addColumns(List<TableElement> elements, List<String> keyColumns) {
        // Most databases compare the names of columns without case, so two that differ only there are refused on all.
        Set<String> folded = new HashSet<>();
        for (TableElement element : elements) {
            if (element instanceof ColumnDefinition<?> definition) {
                String name = definition.name();
                if (name.isBlank()) {
                    problems.add("a column needs a name");
                } else if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                    problems.add("column " + name + " is declared twice");
                }
                columns.put(name, definition.in(table, columns.size(), keyColumns.contains(name)));
            }
        }
    }

    private void addConstraint(TableElement element) {
        if (element instanceof ColumnDefinition<?> column) {
            column.constraints().forEach(this::addConstraint);
        } else if (element instanceof ForeignKeyDefinition definition) {
            addForeignKey(definition);
        } else if (element instanceof UniqueDefinition definition) {
            String name = name(definition.name(), naming.unique(), definition.columns());
            uniques.add(
                    new UniqueConstraint(table, name, resolveSome("unique constraint " + name, definition.columns())));
        } else if (element instanceof CheckDefinition definition) {
            String name = name(definition.name(), naming.check(), definition.columns());
            checks.add(
                    new CheckConstraint(table, name, resolve("check " + name, definition.columns()), definition.sql()));
        } else if (element instanceof IndexDefinition definition) {
            String name = definition.name() == null
                    ? NamingConvention.name(naming.index(), table.name(), definition.columns())
                    : definition.name();
            if (!indexNames.add(name.toLowerCase(Locale.ROOT))) {
                problems.add("two indexes are named " + name + "; give one of them a name of its own");
            }
            indexes.add(
                    new Index(table, name, resolveSome("index " + name, definition.columns()), definition.isUnique()));
        }
    }

    private void addForeignKey(ForeignKeyDefinition definition) {
        String name = name(definition.name(), naming.foreignKey(), definition.columns());
        if (definition.referencedTable().isBlank()) {
            problems.add("foreign key " + name + " does not say what it references");
        }
        int targets = definition.referencedColumns().size();
        if (targets != 0 && targets != definition.columns().size()) {
            problems.add("foreign key " + name + " has " + definition.columns().size() + " columns and references "
                    + targets);
        }
        foreignKeys.add(new ForeignKey(
                table,
                name,
                resolveSome("foreign key " + name, definition.columns()),
                definition.referencedSchema() == null ? table.schema() : definition.referencedSchema(),
                definition.referencedTable(),
                definition.referencedColumns(),
                definition.onDelete(),
                definition.onUpdate(),
                definition.deferrable(),
                definition.initiallyDeferred()));
    }

    private void checkGenerated() {
        for (Column<?> column : columns.values()) {
            if (!column.generated()) {
                continue;
            }
            if (!primaryKey.columns().equals(List.of(column))) {
                problems.add("column " + column.name() + " is generated, so it must be the whole primary key");
            }
            if (!COUNTING.contains(column.type().storage().kind())) {
                problems.add("column " + column.name()
                        + " is generated, so it must be SMALLINT, INTEGER or BIGINT, not " + column.type());
            }
        }
    }

    private List<Column<?>> resolveSome(String owner, List<String> names) {
        if (names.isEmpty()) {
            problems.add(owner + " needs at least one column");
        }
        return resolve(owner, names);
    }

    private List<Column<?>> resolve(String owner, List<String> names) {
        if (new LinkedHashSet<>(names).size() < names.size()) {
            problems.add(owner + " names a column twice");
        }
        List<Column<?>> found = new ArrayList<>();
        for (String name : names) {
            Column<?> column = columns.get(name);
            if (column == null) {
                problems.add(owner + " names column " + name + ", which does not exist");
            } else {
                found.add(column);
            }
        }
        return found;
    }

    private String name(@Nullable String given, String pattern, List<String> columnNames) {
        String name = given == null ? NamingConvention.name(pattern, table.name(), columnNames) : given;
        if (!constraintNames.add(name)) {
            problems.add("two constraints are named " + name + "; give one of them a name of its own");
        }
        return name;
    }

    Map<String, Column<?>> columns() {
        return Collections.unmodifiableMap(columns);
    }

    PrimaryKey primaryKey() {
        return primaryKey;
    }

    List<ForeignKey> foreignKeys() {
        return List.copyOf(foreignKeys);
    }

    List<UniqueConstraint> uniques() {
        return List.copyOf(uniques);
    }

    List<CheckConstraint> checks() {
        return List.copyOf(checks);
    }

    List<Index> indexes() {
        return List.copyOf(indexes);
    }
}
