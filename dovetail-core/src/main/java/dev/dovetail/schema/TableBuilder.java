package dev.dovetail.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what makes up a table. Not thread-safe. */
public final class TableBuilder {
    private final String name;
    private @Nullable String schema;
    private @Nullable String comment;
    private NamingConvention naming = NamingConvention.DEFAULT;
    private final List<TableElement> elements = new ArrayList<>();

    TableBuilder(String name) {
        this.name = name;
    }

    /**
     * Puts the table into a schema.
     *
     * @param newSchema the schema
     * @return this builder
     */
    public TableBuilder schema(String newSchema) {
        schema = newSchema;
        return this;
    }

    /**
     * Says what the table is for.
     *
     * @param newComment kept in the model
     * @return this builder
     */
    public TableBuilder comment(String newComment) {
        comment = newComment;
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

    NamingConvention naming() {
        return naming;
    }

    List<TableElement> elements() {
        return elements;
    }
}
