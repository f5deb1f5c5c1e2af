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
    private final List<ExclusionConstraint> exclusions = new ArrayList<>();
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
                resolve("the primary key", key.columns()),
                key.deferral());
        for (TableElement element : builder.elements()) {
            addConstraint(element);
        }
        columns.values().forEach(this::checkIdentity);
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
            } else if (element instanceof ColumnDefinition<?> column && column.properties().primaryKey) {
                marked.add(column.name());
            }
        }
        if (declared.size() > 1 || (!declared.isEmpty() && !marked.isEmpty())) {
            problems.add("the primary key is declared more than once");
        }
        return declared.isEmpty() ? Schema.primaryKey(marked.toArray(String[]::new)) : declared.get(0);
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
                if (definition.properties().valueGivenTwice) {
                    problems.add("column " + name + " has two of a default, an identity and an expression");
                }
                columns.put(name, definition.in(table, columns.size(), keyColumns.contains(name)));
            }
        }
    }

    private void addConstraint(TableElement element) {
        if (element instanceof ColumnDefinition<?> column) {
            column.properties().constraints.forEach(this::addConstraint);
        } else if (element instanceof ForeignKeyDefinition definition) {
            addForeignKey(definition);
        } else if (element instanceof UniqueDefinition definition) {
            String name = name(definition.name(), naming.unique(), definition.columns());
            uniques.add(new UniqueConstraint(
                    table,
                    name,
                    resolveSome("unique constraint " + name, definition.columns()),
                    definition.isNullsNotDistinct(),
                    definition.deferral()));
        } else if (element instanceof CheckDefinition definition) {
            String name = name(definition.name(), naming.check(), definition.columns());
            checks.add(
                    new CheckConstraint(table, name, resolve("check " + name, definition.columns()), definition.sql()));
        } else if (element instanceof ExclusionDefinition definition) {
            addExclusion(definition);
        } else if (element instanceof IndexDefinition definition) {
            addIndex(definition);
        }
    }

    private void addExclusion(ExclusionDefinition definition) {
        List<IndexPart> parts =
                definition.elements().stream().map(ExclusionElement::part).toList();
        String name = name(definition.name(), naming.exclusion(), words(parts));
        if (parts.isEmpty()) {
            problems.add("exclusion constraint " + name + " needs at least one column or expression");
        }
        resolve("exclusion constraint " + name, columnNames(parts));
        exclusions.add(new ExclusionConstraint(
                table, name, definition.method(), definition.elements(), definition.where(), definition.deferral()));
    }

    private void addIndex(IndexDefinition definition) {
        String name = definition.name() == null
                ? NamingConvention.name(naming.index(), table.name(), words(definition.parts()))
                : definition.name();
        if (!indexNames.add(name.toLowerCase(Locale.ROOT))) {
            problems.add("two indexes are named " + name + "; give one of them a name of its own");
        }
        if (definition.parts().isEmpty()) {
            problems.add("index " + name + " needs at least one column");
        }
        if (definition.isNullsNotDistinct() && !definition.isUnique()) {
            problems.add("index " + name + " is not unique, so NULLs are never compared");
        }
        resolve("index " + name, columnNames(definition.parts()));
        indexes.add(new Index(
                table,
                name,
                definition.parts(),
                definition.isUnique(),
                resolve("index " + name, definition.include()),
                definition.where(),
                definition.method(),
                definition.isNullsNotDistinct(),
                definition.options()));
    }

    private static List<String> columnNames(List<IndexPart> parts) {
        return parts.stream()
                .filter(part -> !part.isExpression())
                .map(IndexPart::text)
                .toList();
    }

    /** What stands for the parts in a name: of an expression its words. */
    private static List<String> words(List<IndexPart> parts) {
        return parts.stream()
                .map(part -> part.isExpression()
                        ? part.text()
                                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                                .strip()
                                .replace(' ', '_')
                        : part.text())
                .toList();
    }

    private void addForeignKey(ForeignKeyDefinition definition) {
        String name = definition.name() == null
                ? NamingConvention.name(
                        naming.foreignKey(), table.name(), definition.columns(), definition.referencedTable())
                : definition.name();
        takeName(name);
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
                definition.match(),
                definition.deferral()));
    }

    private void checkIdentity(Column<?> column) {
        if (column.generated() && !COUNTING.contains(column.type().storage().kind())) {
            problems.add("column " + column.name() + " is generated, so it must be SMALLINT, INTEGER or BIGINT, not "
                    + column.type());
        }
        if (column.computed() && column.clientDefault() != null) {
            problems.add("column " + column.name() + " is computed, so the program cannot give it a default");
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
        takeName(name);
        return name;
    }

    private void takeName(String name) {
        if (!constraintNames.add(name)) {
            problems.add("two constraints are named " + name + "; give one of them a name of its own");
        }
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

    List<ExclusionConstraint> exclusions() {
        return List.copyOf(exclusions);
    }

    List<Index> indexes() {
        return List.copyOf(indexes);
    }
}
