package dev.dovetail.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two MetaData by what a database shows of them. Each object becomes a list of named properties in words; objects
 * of the same name are then compared property by property.
 */
final class MetaDataComparison {
    private final MetaData expected;
    private final MetaData actual;
    private final List<Difference> differences = new ArrayList<>();

    MetaDataComparison(MetaData expected, MetaData actual) {
        this.expected = expected;
        this.actual = actual;
    }

    List<Difference> differences() {
        compare(described(expected), described(actual));
        return List.copyOf(differences);
    }

    /** An object and, if both sides have it, what is in it. */
    private record Description(Map<String, String> properties, Map<String, Description> parts) {
        Description() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        Description property(String name, @Nullable Object value) {
            properties.put(name, value == null || value.equals("") ? "none" : value.toString());
            return this;
        }

        Description part(String name, Description part) {
            parts.put(name, part);
            return this;
        }
    }

    private void compare(Map<String, Description> left, Map<String, Description> right) {
        left.forEach((name, description) -> {
            Description other = right.get(name);
            if (other == null) {
                differences.add(new Difference(name, "", "there", null));
                return;
            }
            description.properties().forEach((property, value) -> {
                String otherValue = Objects.requireNonNull(other.properties().get(property));
                if (!value.equals(otherValue)) {
                    differences.add(new Difference(name, property, value, otherValue));
                }
            });
            compare(description.parts(), other.parts());
        });
        right.keySet().stream()
                .filter(name -> !left.containsKey(name))
                .forEach(name -> differences.add(new Difference(name, "", null, "there")));
    }

    private static Map<String, Description> described(MetaData metaData) {
        Map<String, Description> objects = new LinkedHashMap<>();
        for (Sequence sequence : metaData.sequences()) {
            objects.put(
                    "sequence " + sequence,
                    new Description()
                            .property("options", words(sequence.options()).strip()));
        }
        for (EnumType type : metaData.enumTypes()) {
            objects.put("enum " + type, new Description().property("values", type.values()));
        }
        for (Table table : metaData.tables()) {
            objects.put("table " + table, table(metaData, table));
        }
        for (View view : metaData.views()) {
            Description description = new Description().property("query", view.sql());
            columns(description, view.table());
            objects.put("view " + view, description);
        }
        return objects;
    }

    private static Description table(MetaData metaData, Table table) {
        Description description = new Description()
                .property("comment", table.comment())
                .property("options", new TreeMap<>(table.options()))
                .property("temporary", table.temporary());
        columns(description, table);
        if (!table.primaryKey().isEmpty()) {
            description.part(
                    "primary key of " + table,
                    new Description()
                            .property("name", table.primaryKey().name())
                            .property("columns", names(table.primaryKey().columns()))
                            .property("deferral", table.primaryKey().deferral()));
        }
        each(
                table.foreignKeys(),
                ForeignKey::name,
                "foreign key",
                table,
                description,
                foreignKey -> new Description()
                        .property("columns", names(foreignKey.columns()))
                        .property(
                                "target",
                                Table.qualified(foreignKey.referencedSchema(), foreignKey.referencedTable())
                                        + names(metaData.referencedColumns(foreignKey)))
                        .property("ON DELETE", foreignKey.onDelete().sql())
                        .property("ON UPDATE", foreignKey.onUpdate().sql())
                        .property("match", foreignKey.match())
                        .property("deferral", foreignKey.deferral()));
        each(
                table.uniques(),
                UniqueConstraint::name,
                "unique constraint",
                table,
                description,
                unique -> new Description()
                        .property("columns", names(unique.columns()))
                        .property("NULLS NOT DISTINCT", unique.nullsNotDistinct())
                        .property("deferral", unique.deferral()));
        each(
                table.checks(),
                CheckConstraint::name,
                "check",
                table,
                description,
                check -> new Description().property("condition", check.sql()));
        each(
                table.exclusions(),
                ExclusionConstraint::name,
                "exclusion constraint",
                table,
                description,
                exclusion -> new Description()
                        .property("method", exclusion.method())
                        .property("elements", exclusion.elements())
                        .property("condition", exclusion.where())
                        .property("deferral", exclusion.deferral()));
        each(
                table.indexes(),
                Index::name,
                "index",
                table,
                description,
                index -> new Description()
                        .property("parts", index.parts())
                        .property("unique", index.unique())
                        .property("included columns", names(index.include()))
                        .property("condition", index.where())
                        .property("method", index.method())
                        .property("NULLS NOT DISTINCT", index.nullsNotDistinct())
                        .property("options", new TreeMap<>(index.options())));
        return description;
    }

    private static void columns(Description description, Table table) {
        for (Column<?> column : table.columns()) {
            description.part(
                    "column " + column,
                    new Description()
                            .property("position", column.position())
                            .property("type", column.type())
                            .property("nullable", column.nullable())
                            .property("value", words(column))
                            .property("collation", column.collation())
                            .property("comment", column.comment())
                            .property("options", new TreeMap<>(column.options())));
        }
    }

    private static <E> void each(
            Collection<E> elements,
            Function<E, String> name,
            String kind,
            Table table,
            Description description,
            Function<E, Description> describe) {
        elements.forEach(element ->
                description.part(kind + " " + name.apply(element) + " of " + table, describe.apply(element)));
    }

    private static String words(Column<?> column) {
        ColumnValue value = column.value();
        if (value instanceof ColumnValue.DefaultSql expression) {
            return "DEFAULT " + expression.sql();
        } else if (value instanceof ColumnValue.DefaultConstant constant) {
            return "DEFAULT the constant " + constant.value();
        } else if (value instanceof ColumnValue.DefaultNext next) {
            return "DEFAULT the next value of " + next.sequence();
        } else if (value instanceof ColumnValue.Computed computed) {
            return computed.storage() + " of " + computed.sql();
        } else if (value instanceof ColumnValue.Identity identity) {
            return "identity, " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + words(identity.options());
        }
        return "given";
    }

    private static String words(SequenceOptions options) {
        StringBuilder words = new StringBuilder();
        options.start().ifPresent(number -> words.append(" START WITH ").append(number));
        options.increment().ifPresent(number -> words.append(" INCREMENT BY ").append(number));
        options.minimum().ifPresent(number -> words.append(" MINVALUE ").append(number));
        options.maximum().ifPresent(number -> words.append(" MAXVALUE ").append(number));
        options.cache().ifPresent(number -> words.append(" CACHE ").append(number));
        return words + (options.cycle() ? " CYCLE" : "");
    }

    private static String names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
