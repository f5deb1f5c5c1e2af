package dev.dovetail.tests.conformance.generate;

import static java.util.stream.Collectors.joining;

import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Kind;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The source of one schema's entity classes. Every mode that SQLAlchemy decides by itself and Dovetail by the foreign key
 * is written out; so are the warnings that this brings.
 */
public final class EntityFile {

    private static final String SUPPRESSED = "@SuppressWarnings({\"FK01\", \"FK04\", \"MAP14\", \"MAP15\", \"MAP42\"})";

    private final Schema schema;

    private EntityFile(Schema schema) {
        this.schema = schema;
    }

    /** {@return the file's text, up to its layout} */
    public static String of(Schema schema) {
        return new EntityFile(schema).text();
    }

    /** {@return the class that holds a schema's entity classes} */
    public static String className(Schema schema) {
        return Names.upper(schema.name());
    }

    private String text() {
        return lines(
                "package dev.dovetail.tests.conformance.entities;",
                "import dev.dovetail.orm.attribute.*;",
                "import dev.dovetail.orm.mapping.*;",
                "import dev.dovetail.schema.ReferentialAction;",
                "import org.jspecify.annotations.Nullable;",
                "/** " + schema.doc() + "; written by {@code EntityFilesTest}. */",
                "public final class " + className(schema) + " {",
                "private " + className(schema) + "() {}",
                schema.entities().stream().map(this::entity).collect(joining("\n")),
                "}");
    }

    private String entity(EntityClass entity) {
        return entity.inherits() == null ? root(entity) : subclass(entity);
    }

    private String root(EntityClass entity) {
        Table table = schema.table(Objects.requireNonNull(entity.table()));
        boolean extended = entity.polymorphicOn() != null;
        return lines(
                "",
                "/** A row of {@code " + table.name() + "}. */",
                "@Entity(table = \"" + table.name() + "\")",
                extended ? inheritance(entity) : "",
                each(table.foreignKeys().stream()
                        .filter(key -> key.columns().size() > 1)
                        .map(key -> foreignKey(key, true))
                        .toList()),
                each(table.uniques().stream()
                        .map(columns -> "@Unique(columns = " + names(columns) + ")")
                        .toList()),
                checks(table),
                SUPPRESSED,
                "public static " + (extended ? "" : "final ") + "class " + entity.name() + " {",
                table.columns().stream()
                        .map(column -> column(entity, table, column))
                        .collect(joining("\n")),
                relationships(entity, table),
                extended ? constructor(entity, Objects.requireNonNull(entity.polymorphicOn())) : "",
                "}");
    }

    private String inheritance(EntityClass root) {
        boolean joined = schema.entities().stream()
                .anyMatch(entity -> root.name().equals(entity.inherits()) && entity.table() != null);
        return lines(
                "@Inheritance(strategy = InheritanceStrategy." + (joined ? "JOINED" : "SINGLE_TABLE")
                        + ", discriminator = " + quoted(Objects.requireNonNull(root.polymorphicOn())) + ")",
                discriminatorValue(root));
    }

    /** Has the columns of its own table, if it has one; those of a single table are mapped by the base. */
    private String subclass(EntityClass entity) {
        EntityClass base = schema.entity(Objects.requireNonNull(entity.inherits()));
        Table table = schema.table(Objects.requireNonNull(entity.table() == null ? base.table() : entity.table()));
        return lines(
                "",
                "/** A row of {@code " + table.name() + "}. */",
                entity.table() == null ? "@Entity" : "@Entity(table = " + quoted(table.name()) + ")",
                discriminatorValue(entity),
                SUPPRESSED,
                "public static final class " + entity.name() + " extends " + base.name() + " {",
                table.columns().stream()
                        .filter(column -> entity.table() != null && !column.primaryKey())
                        .map(column -> column(entity, table, column))
                        .collect(joining("\n")),
                relationships(entity, table),
                constructor(entity, Objects.requireNonNull(base.polymorphicOn())),
                "}");
    }

    private static String discriminatorValue(EntityClass entity) {
        return "@DiscriminatorValue(" + quoted(Objects.requireNonNull(entity.polymorphicIdentity())) + ")";
    }

    /** As SQLAlchemy, which sets the discriminator at once. */
    private static String constructor(EntityClass entity, String discriminator) {
        return lines(
                "",
                entity.name() + "() {",
                Names.lower(discriminator) + " = " + quoted(Objects.requireNonNull(entity.polymorphicIdentity())) + ";",
                "}");
    }

    private String relationships(EntityClass entity, Table table) {
        return entity.relationships().stream()
                .map(relationship -> relationship(table, relationship))
                .collect(joining("\n"));
    }

    private static String checks(Table table) {
        List<String> checks = new ArrayList<>();
        for (String sql : table.checks()) {
            String name = "ck_" + table.name() + (checks.isEmpty() ? "" : "_" + (checks.size() + 1));
            checks.add(annotation("Check", List.of("sql = " + quoted(sql), "name = " + quoted(name))));
        }
        return each(checks);
    }

    private String column(EntityClass entity, Table table, Column column) {
        List<String> says = new ArrayList<>();
        String field = Names.lower(column.name());
        if (!Names.column(field).equals(column.name())) {
            says.add("name = " + quoted(column.name()));
        }
        if (!column.nullable() && !column.primaryKey()) {
            says.add("nullable = false");
        }
        if (column.unique()) {
            says.add("unique = true");
        }
        return lines(
                "",
                column.primaryKey() ? id(table, column) : "",
                column.name().equals(entity.versionId()) ? "@dev.dovetail.orm.mapping.Version" : "",
                says.isEmpty() ? "" : annotation("Column", says),
                table.foreignKeys().stream()
                        .filter(key -> key.columns().equals(List.of(column.name())))
                        .map(key -> foreignKey(key, false))
                        .collect(joining("\n")),
                "@Nullable " + javaType(column) + " " + field + ";");
    }

    private static String id(Table table, Column column) {
        boolean chosen = table.primaryKey().size() == 1
                && !column.autoincrement()
                && column.type().equals("integer");
        return chosen ? "@Id(generation = Generation.ASSIGNED)" : "@Id";
    }

    private static String javaType(Column column) {
        return switch (column.type()) {
            case "integer" -> "Integer";
            case "text" -> "String";
            case "boolean" -> "Boolean";
            case "float" -> "Double";
            default -> throw new IllegalArgumentException("no type " + column.type());
        };
    }

    private String foreignKey(ForeignKey key, boolean onClass) {
        List<String> says = new ArrayList<>();
        if (onClass) {
            says.add("columns = " + names(key.columns()));
        }
        Table target = schema.table(key.referencedTable());
        says.add("references = " + entityOf(target) + ".class");
        if (!target.primaryKey().equals(key.referencedColumns())) {
            says.add("referencedColumns = " + names(key.referencedColumns()));
        }
        action("onDelete", key.onDelete(), says);
        action("onUpdate", key.onUpdate(), says);
        if (key.deferred()) {
            says.add("deferred = true");
        }
        return annotation("ForeignKey", says);
    }

    private static void action(String when, @Nullable String rule, List<String> says) {
        if (rule != null) {
            says.add(when + " = ReferentialAction."
                    + rule.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    private String entityOf(Table table) {
        return schema.entities().stream()
                .filter(entity -> table.name().equals(entity.table()))
                .map(EntityClass::name)
                .findFirst()
                .orElseThrow();
    }

    private String relationship(Table table, Relationship relationship) {
        List<String> says = new ArrayList<>();
        if (relationship.backPopulates() != null) {
            says.add("backPopulates = " + quoted(Names.lower(relationship.backPopulates())));
        }
        says.add("cascade = {"
                + Stream.of(relationship.cascade().split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(word -> "Cascade." + word.toUpperCase(Locale.ROOT).replace('-', '_'))
                        .collect(joining(", "))
                + "}");
        says.add("passiveDeletes = PassiveDeletes."
                + switch (relationship.passiveDeletes()) {
                    case FALSE -> "NEVER";
                    case TRUE -> "UNLOADED";
                    case ALL -> "ALL";
                });
        if (!relationship.passiveUpdates()) {
            says.add("passiveUpdates = PassiveUpdates.NEVER");
        }
        switch (relationship.lazy()) {
            case "select" -> {
                // The default.
            }
            case "joined" -> says.add("loading = Loading.JOINED");
            case "selectin" -> says.add("loading = Loading.SELECT_IN");
            default -> throw new IllegalArgumentException("no loading " + relationship.lazy());
        }
        if (relationship.postUpdate()) {
            says.add("postUpdate = true");
        }
        if (relationship.singleParent()) {
            says.add("singleParent = true");
        }
        if (!relationship.foreignKeys().isEmpty()) {
            says.add("foreignKey = " + names(unqualified(relationship.foreignKeys())));
        }
        if (!relationship.orderBy().isEmpty()) {
            says.add("orderBy = " + names(unqualified(relationship.orderBy())));
        }
        String holder = relationship.kind().collection() ? "Many" : "One";
        return lines(
                "",
                ownsSecondary(table, relationship) ? secondary(table, relationship) : "",
                sharesWhatItDeletes(relationship) ? "@SuppressWarnings(\"FK06\")" : "",
                annotation("Relationship", says),
                "final " + holder + "<" + relationship.target() + "> " + Names.lower(relationship.name()) + " = new "
                        + holder + "<>(this);");
    }

    /** SQLAlchemy takes a delete cascade to a parent that others may have. */
    private static boolean sharesWhatItDeletes(Relationship relationship) {
        return relationship.kind() == Kind.MANY_TO_ONE
                && !relationship.singleParent()
                && Stream.of(relationship.cascade().split(","))
                        .map(String::strip)
                        .anyMatch(Set.of("all", "delete")::contains);
    }

    /** One of the two sides declares the secondary table: the one that comes first. */
    private boolean ownsSecondary(Table table, Relationship relationship) {
        if (relationship.secondary() == null) {
            return false;
        }
        return schema.entities().stream()
                .flatMap(entity -> entity.relationships().stream()
                        .filter(other -> relationship.secondary().equals(other.secondary()))
                        .map(other -> Objects.equals(entity.table(), table.name()) && other.equals(relationship)))
                .findFirst()
                .orElse(false);
    }

    private String secondary(Table table, Relationship relationship) {
        Table secondary = schema.table(Objects.requireNonNull(relationship.secondary()));
        String target = schema.entity(relationship.target()).table();
        ForeignKey own = key(secondary, table.name(), unqualified(relationship.secondaryLocal()));
        ForeignKey other = key(secondary, Objects.requireNonNull(target), unqualified(relationship.secondaryRemote()));
        List<String> says = new ArrayList<>();
        says.add("table = " + quoted(secondary.name()));
        says.add("columns = " + names(own.columns()));
        says.add("targetColumns = " + names(other.columns()));
        action("onDelete", own.onDelete(), says);
        action("onUpdate", own.onUpdate(), says);
        return annotation("Secondary", says);
    }

    private static ForeignKey key(Table table, String referenced, List<String> columns) {
        return table.foreignKeys().stream()
                .filter(key -> key.referencedTable().equals(referenced))
                .filter(key -> columns.isEmpty() || key.columns().equals(columns))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> unqualified(List<String> columns) {
        return columns.stream()
                .map(column -> column.substring(column.indexOf('.') + 1))
                .toList();
    }

    private static String names(List<String> names) {
        return names.size() == 1
                ? quoted(names.get(0))
                : names.stream().map(EntityFile::quoted).collect(joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String annotation(String name, List<String> says) {
        return "@" + name + "(" + String.join(", ", says) + ")";
    }

    private static String each(List<String> lines) {
        return String.join("\n", lines);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }
}
