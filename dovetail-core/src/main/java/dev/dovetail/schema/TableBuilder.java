package dev.dovetail.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what makes up a table. Not thread-safe. */
public final class TableBuilder {
    private final String name;
    private @Nullable String schema;
    private @Nullable String comment;
    private boolean temporary;
    private final Map<String, String> options = new HashMap<>();
    private NamingConvention naming = NamingConvention.DEFAULT;
    private final List<TableElement> elements = new ArrayList<>();

    TableBuilder(String name) {
        this.name = name;
    }

    /** All that makes up a table that exists. */
    TableBuilder(Table table, SchemaNames schemas) {
        this.name = table.name();
        this.schema = schemas.of(table.schema());
        this.comment = table.comment();
        this.temporary = table.temporary();
        this.options.putAll(table.options());
        this.naming = table.naming();
        table.elements().forEach(element -> elements.add(schemas.of(element)));
    }

    /**
     * Puts the table into a schema.
     *
     * @param newSchema the schema, null for the connection's default one
     * @return this builder
     */
    public TableBuilder schema(@Nullable String newSchema) {
        schema = newSchema;
        return this;
    }

    /**
     * Says what the table is for.
     *
     * @param newComment kept in the model, and in the database where it keeps comments
     * @return this builder
     */
    public TableBuilder comment(String newComment) {
        comment = newComment;
        return this;
    }

    /**
     * Makes a table that only its connection sees, and that ends with it. It is created on the connection that is to use
     * it, with the statement that {@code DdlRenderer} makes.
     *
     * @return this builder
     */
    public TableBuilder temporary() {
        temporary = true;
        return this;
    }

    /**
     * Adds what one database alone knows.
     *
     * @param dialect the name of the dialect, such as {@code SQLite}
     * @param sql trusted SQL that stands behind the closing parenthesis, such as {@code WITHOUT ROWID}; it takes the place
     *     of what the dialect would write there
     * @return this builder
     */
    public TableBuilder option(String dialect, String sql) {
        options.put(dialect, sql);
        return this;
    }

    /**
     * Says how constraints without a name are named.
     *
     * @param convention the convention
     * @return this builder
     */
    public TableBuilder naming(NamingConvention convention) {
        naming = convention;
        return this;
    }

    /**
     * Adds elements behind those already there.
     *
     * @param more columns, keys, constraints and indexes
     * @return this builder
     */
    public TableBuilder add(Collection<? extends TableElement> more) {
        elements.addAll(more);
        return this;
    }

    /**
     * Adds an element behind those already there.
     *
     * @param element a column, key, constraint or index
     * @return this builder
     */
    public TableBuilder add(TableElement element) {
        elements.add(element);
        return this;
    }

    /**
     * Makes the table.
     *
     * @return the table
     * @throws dev.dovetail.UsageException if the elements do not fit together; the message lists all that is wrong
     */
    public Table build() {
        return new Table(this);
    }

    String name() {
        return name;
    }

    @Nullable
    String schema() {
        return schema;
    }

    @Nullable
    String comment() {
        return comment;
    }

    boolean isTemporary() {
        return temporary;
    }

    Map<String, String> options() {
        return options;
    }

    NamingConvention naming() {
        return naming;
    }

    List<TableElement> elements() {
        return elements;
    }
}
