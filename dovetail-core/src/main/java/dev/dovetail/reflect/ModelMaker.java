package dev.dovetail.reflect;

import dev.dovetail.catalogue.CatalogueCheck;
import dev.dovetail.catalogue.CatalogueColumn;
import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueIndex;
import dev.dovetail.catalogue.CatalogueKey;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.catalogue.TableKind;
import dev.dovetail.internal.DependencyGroups;
import dev.dovetail.internal.SqlToken;
import dev.dovetail.schema.CheckDefinition;
import dev.dovetail.schema.ColumnDefinition;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.EnumType;
import dev.dovetail.schema.ForeignKeyDefinition;
import dev.dovetail.schema.IndexDefinition;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.NamingConvention;
import dev.dovetail.schema.PrimaryKeyDefinition;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.schema.UniqueDefinition;
import dev.dovetail.schema.View;
import dev.dovetail.type.SqlKind;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tables of what catalogues say. What {@link Table} cannot say is left out and becomes a warning. */
final class ModelMaker {
    private static final Set<SqlKind> COUNTING = Set.of(SqlKind.SMALLINT, SqlKind.INTEGER, SqlKind.BIGINT);

    private final Map<Located.Name, Located> catalogue;
    private final Map<String, Sequence> sequences = new LinkedHashMap<>();
    private final Map<String, EnumType> enums = new LinkedHashMap<>();
    private final Set<String> usedEnums = new LinkedHashSet<>();
    private final Collection<SchemaObject> wanted;
    private final TypeMapping types;
    private final Set<String> warnings = new LinkedHashSet<>();

    ModelMaker(
            Map<Located.Name, Located> catalogue,
            List<Sequence> sequences,
            List<EnumType> enums,
            Collection<SchemaObject> wanted,
            TypeMapping types) {
        this.catalogue = new LinkedHashMap<>(catalogue);
        sequences.forEach(sequence -> this.sequences.put(sequence.toString(), sequence));
        enums.forEach(type -> this.enums.put(type.toString(), type));
        this.wanted = wanted;
        this.types = types;
    }

    Reflected make() {
        dropUnusable();
        List<SchemaObject> objects = new ArrayList<>();
        List<Located> views = new ArrayList<>();
        for (Located located : catalogue.values()) {
            if (Reflection.isView(located.table())) {
                views.add(located);
            } else {
                objects.add(table(located));
            }
        }
        inOrder(views).forEach(located -> objects.add(view(located)));
        objects.addAll(wanted);
        enums.forEach((name, type) -> {
            if (usedEnums.contains(name) && !wanted.contains(type)) {
                objects.add(type);
            }
        });
        return new Reflected(MetaData.ofExisting(objects), List.copyOf(warnings));
    }

    private void warn(String warning) {
        warnings.add(warning);
    }

    /** What cannot be a table at all, before foreign keys are looked at, which may lead there. */
    private void dropUnusable() {
        Set<String> folded = new HashSet<>();
        catalogue.values().removeIf(located -> {
            Set<String> columns = new HashSet<>();
            boolean twice = located.table().columns().stream()
                    .anyMatch(column -> !columns.add(column.name().toLowerCase(Locale.ROOT)));
            String problem = null;
            if (located.table().columns().isEmpty()) {
                problem = "has no columns";
            } else if (twice) {
                problem = "has columns whose names differ only in upper and lower case";
            } else if (!folded.add(located.name().toString().toLowerCase(Locale.ROOT))) {
                problem = "differs from another table only in upper and lower case";
            }
            if (problem != null) {
                warn("table " + located.name() + " is left out: it " + problem);
            }
            return problem != null;
        });
    }

    // Tables

    private Table table(Located located) {
        CatalogueTable table = located.table();
        if (table.kind() == TableKind.FOREIGN_TABLE) {
            warn("table " + located.name() + " has its rows elsewhere; what Dovetail would create is a plain table");
        }
        TableBuilder builder = Table.builder(table.name()).schema(located.name().schema());
        if (table.comment() != null) {
            builder.comment(table.comment());
        }
        Names names = new Names(located.name().toString());
        table.columns().forEach(column -> builder.add(column(located, column)));
        CatalogueKey key = table.primaryKey();
        if (key != null) {
            String name = names.take(key.name(), NamingConvention.DEFAULT.primaryKey(), table.name(), key.columns());
            builder.add(new PrimaryKeyDefinition(name, key.columns(), key.deferral()));
        }
        for (CatalogueKey unique : table.uniques()) {
            String name = names.take(unique.name(), NamingConvention.DEFAULT.unique(), table.name(), unique.columns());
            builder.add(new UniqueDefinition(name, unique.columns(), unique.nullsNotDistinct(), unique.deferral()));
        }
        for (CatalogueCheck check : table.checks()) {
            String name = names.take(check.name(), NamingConvention.DEFAULT.check(), table.name(), List.of("1"));
            builder.add(new CheckDefinition(name, List.of(), check.sql()));
        }
        for (CatalogueForeignKey foreignKey : table.foreignKeys()) {
            ForeignKeyDefinition definition = foreignKey(located, foreignKey, names);
            if (definition != null) {
                builder.add(definition);
            }
        }
        table.exclusions().forEach(builder::add);
        for (CatalogueIndex index : table.indexes()) {
            builder.add(new IndexDefinition(
                    index.name(),
                    index.parts(),
                    index.unique(),
                    index.include(),
                    index.condition(),
                    index.method(),
                    index.nullsNotDistinct(),
                    Map.of()));
        }
        return builder.build();
    }

    private ColumnDefinition<?> column(Located located, CatalogueColumn column) {
        Type<?> chosen = types.type(located.table().name(), column);
        String nativeName = column.type().type().nativeName();
        if (chosen == null && nativeName != null && enums.containsKey(nativeName)) {
            usedEnums.add(nativeName);
        } else if (chosen == null && !column.type().exact()) {
            warn("column " + located.name() + "." + column.name() + " is "
                    + column.type().name() + "; its values are " + column.type().type());
        }
        Type<?> type = chosen == null ? column.type().type() : chosen;
        return value(located, column, Schema.column(column.name(), type));
    }

    private ColumnDefinition<?> value(Located located, CatalogueColumn column, ColumnDefinition<?> plain) {
        ColumnDefinition<?> definition = column.nullable() ? plain : plain.notNull();
        if (column.collation() != null) {
            definition = definition.collation(column.collation());
        }
        if (column.comment() != null) {
            definition = definition.comment(column.comment());
        }
        ColumnValue value = column.value();
        if (value instanceof ColumnValue.DefaultSql expression) {
            return definition.defaultSql(expression.sql());
        } else if (value instanceof ColumnValue.DefaultNext next) {
            Sequence sequence = next.sequence();
            if (sequence.schema() == null) {
                sequence = sequence.inSchema(located.name().schema());
            }
            return definition.defaultNext(sequences.getOrDefault(sequence.toString(), sequence));
        } else if (value instanceof ColumnValue.Computed computed) {
            return definition.computed(computed.sql(), computed.storage());
        } else if (value instanceof ColumnValue.Identity identity) {
            if (COUNTING.contains(column.type().type().kind())) {
                return definition.identity(identity);
            }
            warn("column " + located.name() + "." + column.name() + " counts values of type "
                    + column.type().name() + ", which its definition does not say");
        }
        return definition;
    }

    // Foreign keys

    private @Nullable ForeignKeyDefinition foreignKey(Located located, CatalogueForeignKey key, Names names) {
        Located target = Located.find(catalogue, located.target(key));
        if (target == null || Reflection.isView(target.table())) {
            warn("foreign key " + key.name() + " of " + located.name() + " is left out: table " + located.target(key)
                    + " was not read");
            return null;
        }
        List<String> columns = referenced(target.table(), key.referencedColumns());
        if (columns == null) {
            warn("foreign key " + key.name() + " of " + located.name() + " is left out: it leads to columns of "
                    + target.name() + " that are no key there");
            return null;
        }
        return new ForeignKeyDefinition(
                names.take(
                        key.name(),
                        NamingConvention.DEFAULT.foreignKey(),
                        located.table().name(),
                        key.columns()),
                key.columns(),
                target.name().schema(),
                target.table().name(),
                columns,
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                key.deferral());
    }

    /** The columns as the table writes them, null if they are no key. */
    private static @Nullable List<String> referenced(CatalogueTable target, List<String> columns) {
        List<List<String>> keys = new ArrayList<>();
        CatalogueKey primaryKey = target.primaryKey();
        if (primaryKey != null) {
            keys.add(primaryKey.columns());
        }
        target.uniques().forEach(unique -> keys.add(unique.columns()));
        target.indexes().stream()
                .filter(index -> index.unique()
                        && index.condition() == null
                        && index.columns().size() == index.parts().size())
                .forEach(index -> keys.add(index.columns()));
        if (columns.isEmpty()) {
            return primaryKey == null ? null : List.of();
        }
        List<String> named = columns.stream()
                .map(column -> target.columns().stream()
                        .map(CatalogueColumn::name)
                        .filter(column::equalsIgnoreCase)
                        .findFirst()
                        .orElse(column))
                .toList();
        boolean isKey = keys.stream().anyMatch(key -> new HashSet<>(key).equals(new HashSet<>(named)));
        return isKey ? named : null;
    }

    /** The names of a table's constraints: the model wants one for each, and no two alike. */
    private final class Names {
        private final String table;
        private final Set<String> taken = new HashSet<>();

        Names(String table) {
            this.table = table;
        }

        String take(@Nullable String name, String pattern, String ofTable, List<String> columns) {
            String first = name == null
                    ? pattern.replace("{columns}", String.join("_", columns)).replace("{table}", ofTable)
                    : name;
            String free = first;
            for (int number = 2; !taken.add(free); number++) {
                free = first.endsWith("_1") ? first.substring(0, first.length() - 1) + number : first + "_" + number;
            }
            if (name != null && !free.equals(name)) {
                warn("two constraints of table " + table + " are named " + name + "; one of them is " + free);
            }
            return free;
        }
    }

    // Views

    private View view(Located located) {
        CatalogueTable view = located.table();
        if (view.kind() == TableKind.MATERIALIZED_VIEW) {
            warn("view " + located.name() + " is materialized; what Dovetail would create is a plain view");
        }
        TableBuilder builder = Table.builder(view.name()).schema(located.name().schema());
        for (CatalogueColumn column : view.columns()) {
            Type<?> chosen = types.type(view.name(), column);
            Type<?> type = chosen == null ? column.type().type() : chosen;
            builder.add(Schema.column(column.name(), type));
        }
        return new View(builder.build(), String.valueOf(view.definition()));
    }

    /** Views behind those whose names stand in their queries. */
    private static List<Located> inOrder(List<Located> views) {
        Map<String, Located> byName = new LinkedHashMap<>();
        views.forEach(view -> byName.put(view.table().name().toLowerCase(Locale.ROOT), view));
        return DependencyGroups.sort(views, view -> {
                    Set<Located> used = new LinkedHashSet<>();
                    for (SqlToken token :
                            SqlToken.of(String.valueOf(view.table().definition()))) {
                        Located other = byName.get(token.value().toLowerCase(Locale.ROOT));
                        if (other != null && other != view) {
                            used.add(other);
                        }
                    }
                    return used;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
