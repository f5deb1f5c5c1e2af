package dev.dovetail.schema;

import dev.dovetail.UsageException;
import dev.dovetail.internal.NearestWord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns and what the database keeps of its rows. Immutable and thread-safe; equal only to itself.
 *
 * <pre>{@code
 * Table CHILD = Table.of("child",
 *         column("id", INTEGER).primaryKey().generated(),
 *         column("name", VARCHAR(255)),
 *         column("parent_id", INTEGER).notNull().references("parent", "id", CASCADE));
 * }</pre>
 */
public final class Table implements SchemaObject {
    private final @Nullable String schema;
    private final String name;
    private final @Nullable String comment;
    private final boolean temporary;
    private final Map<String, String> options;
    private final NamingConvention naming;
    private final List<TableElement> elements;
    private final Map<String, Column<?>> columnsByName;
    private final List<Column<?>> columns;
    private final PrimaryKey primaryKey;
    private final List<ForeignKey> foreignKeys;
    private final List<UniqueConstraint> uniques;
    private final List<CheckConstraint> checks;
    private final List<ExclusionConstraint> exclusions;
    private final List<Index> indexes;

    Table(TableBuilder builder) {
        this.schema = builder.schema();
        this.name = builder.name();
        this.comment = builder.comment();
        this.temporary = builder.isTemporary();
        this.options = Map.copyOf(builder.options());
        this.naming = builder.naming();
        this.elements = List.copyOf(builder.elements());
        TableAssembly assembly = new TableAssembly(this, builder);
        this.columnsByName = assembly.columns();
        this.columns = List.copyOf(columnsByName.values());
        this.primaryKey = assembly.primaryKey();
        this.foreignKeys = assembly.foreignKeys();
        this.uniques = assembly.uniques();
        this.checks = assembly.checks();
        this.exclusions = assembly.exclusions();
        this.indexes = assembly.indexes();
    }

    /**
     * Declares a table.
     *
     * @param name its name
     * @param elements columns, keys, constraints and indexes, made by {@link Schema}
     * @return the table
     * @throws UsageException if the elements do not fit together; the message lists all that is wrong
     */
    public static Table of(String name, TableElement... elements) {
        return builder(name).add(List.of(elements)).build();
    }

    /**
     * Declares a table step by step: for one in a schema, with a comment, or with a naming convention of its own.
     *
     * @param name its name
     * @return the builder
     */
    public static TableBuilder builder(String name) {
        return new TableBuilder(name);
    }

    /**
     * The same table in another schema: a new table with columns of its own. Foreign keys that name no schema lead to
     * tables of that schema.
     *
     * @param newSchema the schema, null for the connection's default one
     * @return the copy
     */
    @Override
    public Table inSchema(@Nullable String newSchema) {
        return new TableBuilder(this, new SchemaNames(name -> name))
                .schema(newSchema)
                .build();
    }

    /**
     * The name.
     *
     * @return the name without the schema
     */
    @Override
    public String name() {
        return name;
    }

    /**
     * The schema that the table is in.
     *
     * @return the schema, null for the connection's default one
     */
    @Override
    public @Nullable String schema() {
        return schema;
    }

    /**
     * What the table is for.
     *
     * @return the comment, null if there is none
     */
    public @Nullable String comment() {
        return comment;
    }

    /**
     * Whether only its connection sees the table.
     *
     * @return true for a temporary table
     */
    public boolean temporary() {
        return temporary;
    }

    /**
     * What one database alone knows of the table.
     *
     * @return trusted SQL by the name of the dialect
     */
    public Map<String, String> options() {
        return options;
    }

    /**
     * The columns in the order in which they were declared.
     *
     * @return an immutable list
     */
    public List<Column<?>> columns() {
        return columns;
    }

    /**
     * Whether there is a column of this name.
     *
     * @param column the name
     * @return true if there is one
     */
    public boolean hasColumn(String column) {
        return columnsByName.containsKey(column);
    }

    /**
     * A column by its name.
     *
     * @param column the name
     * @return the column
     * @throws UsageException if there is none; code {@code DVT-SCHEMA-COLUMN}
     */
    public Column<?> column(String column) {
        Column<?> found = columnsByName.get(column);
        if (found == null) {
            throw new UsageException("DVT-SCHEMA-COLUMN", noColumn(column));
        }
        return found;
    }

    String noColumn(String column) {
        String nearest = NearestWord.of(column, columnsByName.keySet());
        return this + " has no column " + column + (nearest == null ? "" : "; did you mean " + nearest + "?");
    }

    /**
     * A column by its name, with the Java class that its values are known to have.
     *
     * @param <J> the Java class
     * @param column the name
     * @param javaClass the Java class
     * @return the column
     * @throws UsageException if there is none ({@code DVT-SCHEMA-COLUMN}), or its values have another class
     *     ({@code DVT-SCHEMA-COLUMN-CLASS})
     */
    @SuppressWarnings("unchecked") // checked by the comparison of the classes
    public <J> Column<J> column(String column, Class<J> javaClass) {
        Column<?> found = column(column);
        if (found.type().javaClass() != javaClass) {
            throw new UsageException(
                    "DVT-SCHEMA-COLUMN-CLASS",
                    found + " is " + found.type() + " with values of "
                            + found.type().javaClass().getName() + ", not " + javaClass.getName());
        }
        return (Column<J>) found;
    }

    /**
     * The primary key.
     *
     * @return the key; without columns where the table has none
     */
    public PrimaryKey primaryKey() {
        return primaryKey;
    }

    /**
     * The foreign keys by which rows of this table refer to others.
     *
     * @return an immutable list, in declared order
     */
    public List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    /**
     * The unique constraints, the primary key apart.
     *
     * @return an immutable list, in declared order
     */
    public List<UniqueConstraint> uniques() {
        return uniques;
    }

    /**
     * The check constraints.
     *
     * @return an immutable list, in declared order
     */
    public List<CheckConstraint> checks() {
        return checks;
    }

    /**
     * The exclusion constraints.
     *
     * @return an immutable list, in declared order
     */
    public List<ExclusionConstraint> exclusions() {
        return exclusions;
    }

    /**
     * The indexes, those that the database makes for keys apart.
     *
     * @return an immutable list, in declared order
     */
    public List<Index> indexes() {
        return indexes;
    }

    NamingConvention naming() {
        return naming;
    }

    List<TableElement> elements() {
        return elements;
    }

    static String qualified(@Nullable String schema, String name) {
        return schema == null ? name : schema + "." + name;
    }

    /** The name, with the schema if there is one. */
    @Override
    public String toString() {
        return qualified(schema, name);
    }
}
