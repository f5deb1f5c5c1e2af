package dev.dovetail.schema;

import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column before it belongs to a table. Immutable: each method gives a new definition. Nullable unless it says
 * otherwise.
 *
 * @param <J> the Java class of the column's values
 */
public final class ColumnDefinition<J> implements TableElement {
    private final String name;
    private final Type<J> type;
    private final boolean nullable;
    private final boolean primaryKey;
    private final boolean generated;
    private final @Nullable String defaultSql;
    private final @Nullable String comment;
    private final List<TableElement> constraints;

    private ColumnDefinition(Parts<J> parts) {
        this.name = parts.name;
        this.type = parts.type;
        this.nullable = parts.nullable;
        this.primaryKey = parts.primaryKey;
        this.generated = parts.generated;
        this.defaultSql = parts.defaultSql;
        this.comment = parts.comment;
        this.constraints = List.copyOf(parts.constraints);
    }

    static <J> ColumnDefinition<J> of(String name, Type<J> type) {
        return new ColumnDefinition<>(new Parts<>(name, type));
    }

    /**
     * Makes the column part of the primary key, and NOT NULL.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> primaryKey() {
        Parts<J> parts = new Parts<>(this);
        parts.primaryKey = true;
        parts.nullable = false;
        return new ColumnDefinition<>(parts);
    }

    /**
     * Lets the database make the value of this key column where none is given.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> generated() {
        Parts<J> parts = new Parts<>(this);
        parts.generated = true;
        parts.nullable = false;
        return new ColumnDefinition<>(parts);
    }

    /**
     * Forbids NULL.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> notNull() {
        Parts<J> parts = new Parts<>(this);
        parts.nullable = false;
        return new ColumnDefinition<>(parts);
    }

    /**
     * Lets the database fill in a value where none is given.
     *
     * @param sql a trusted SQL expression, such as {@code CURRENT_TIMESTAMP} or {@code 'new'}; it becomes part of the
     *     DDL
     * @return the new definition
     */
    public ColumnDefinition<J> defaultSql(String sql) {
        Parts<J> parts = new Parts<>(this);
        parts.defaultSql = sql;
        return new ColumnDefinition<>(parts);
    }

    /**
     * Says what the column is for.
     *
     * @param text kept in the model
     * @return the new definition
     */
    public ColumnDefinition<J> comment(String text) {
        Parts<J> parts = new Parts<>(this);
        parts.comment = text;
        return new ColumnDefinition<>(parts);
    }

    /**
     * Makes the column's values unique, under the name that the convention gives.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> unique() {
        return with(Schema.unique(name));
    }

    /**
     * Makes the column's values unique.
     *
     * @param constraint the name of the constraint
     * @return the new definition
     */
    public ColumnDefinition<J> unique(String constraint) {
        return with(Schema.unique(name).named(constraint));
    }

    /**
     * Makes the column refer to a row of a table.
     *
     * @param table the table referred to, by name: it may be declared later
     * @param column the column there: the primary key or a unique one
     * @return the new definition
     */
    public ColumnDefinition<J> references(String table, String column) {
        return references(table, column, ReferentialAction.NO_ACTION);
    }

    /**
     * Makes the column refer to a row of a table.
     *
     * @param table the table referred to, by name: it may be declared later
     * @param column the column there: the primary key or a unique one
     * @param onDelete what a delete of the row referred to does
     * @return the new definition
     */
    public ColumnDefinition<J> references(String table, String column, ReferentialAction onDelete) {
        return with(Schema.foreignKey(name).references(table, column).onDelete(onDelete));
    }

    /**
     * Restricts the values, under the name that the convention gives.
     *
     * @param sql a trusted SQL condition; it becomes part of the DDL
     * @return the new definition
     */
    public ColumnDefinition<J> check(String sql) {
        return with(new CheckDefinition(null, List.of(name), sql));
    }

    /**
     * Restricts the values.
     *
     * @param constraint the name of the constraint
     * @param sql a trusted SQL condition; it becomes part of the DDL
     * @return the new definition
     */
    public ColumnDefinition<J> check(String constraint, String sql) {
        return with(new CheckDefinition(constraint, List.of(name), sql));
    }

    private ColumnDefinition<J> with(TableElement constraint) {
        Parts<J> parts = new Parts<>(this);
        parts.constraints.add(constraint);
        return new ColumnDefinition<>(parts);
    }

    String name() {
        return name;
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    List<TableElement> constraints() {
        return constraints;
    }

    /** The nullability is given, since a primary key may be declared apart from its columns. */
    Column<J> in(Table table, int position, boolean inPrimaryKey) {
        return new Column<>(table, name, type, nullable && !inPrimaryKey, generated, defaultSql, comment, position);
    }

    /** The same, still open to change. */
    private static final class Parts<J> {
        private final String name;
        private final Type<J> type;
        private boolean nullable = true;
        private boolean primaryKey;
        private boolean generated;
        private @Nullable String defaultSql;
        private @Nullable String comment;
        private final List<TableElement> constraints = new ArrayList<>();

        Parts(String name, Type<J> type) {
            this.name = name;
            this.type = type;
        }

        Parts(ColumnDefinition<J> definition) {
            this(definition.name, definition.type);
            nullable = definition.nullable;
            primaryKey = definition.primaryKey;
            generated = definition.generated;
            defaultSql = definition.defaultSql;
            comment = definition.comment;
            constraints.addAll(definition.constraints);
        }
    }
}
