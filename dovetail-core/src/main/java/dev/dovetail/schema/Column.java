package dev.dovetail.schema;

import dev.dovetail.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable; equal only to itself.
 *
 * @param <J> the Java class of its values
 */
public final class Column<J> {
    private final Table table;
    private final String name;
    private final Type<J> type;
    private final boolean nullable;
    private final boolean generated;
    private final @Nullable String defaultSql;
    private final @Nullable String comment;
    private final int position;

    Column(
            Table table,
            String name,
            Type<J> type,
            boolean nullable,
            boolean generated,
            @Nullable String defaultSql,
            @Nullable String comment,
            int position) {
        this.table = table;
        this.name = name;
        this.type = type;
        this.nullable = nullable;
        this.generated = generated;
        this.defaultSql = defaultSql;
        this.comment = comment;
        this.position = position;
    }

    /**
     * The table that the column belongs to.
     *
     * @return the table
     */
    public Table table() {
        return table;
    }

    /**
     * The name of the table that the column belongs to.
     *
     * @return the name, without the schema
     */
    public String tableName() {
        return table.name();
    }

    /**
     * The name of the column.
     *
     * @return the name as declared
     */
    public String name() {
        return name;
    }

    /**
     * The type of the values.
     *
     * @return the type
     */
    public Type<J> type() {
        return type;
    }

    /**
     * Whether the column may be NULL.
     *
     * @return false for NOT NULL, and for the columns of the primary key
     */
    public boolean nullable() {
        return nullable;
    }

    /**
     * Whether the database makes the value of this key column where none is given.
     *
     * @return true for a generated key
     */
    public boolean generated() {
        return generated;
    }

    /**
     * The SQL expression that the database uses where no value is given.
     *
     * @return the expression, null if there is none
     */
    public @Nullable String defaultSql() {
        return defaultSql;
    }

    /**
     * What the column is for.
     *
     * @return the comment, null if there is none
     */
    public @Nullable String comment() {
        return comment;
    }

    /**
     * Where the column stands in its table.
     *
     * @return the position, counted from 0
     */
    public int position() {
        return position;
    }

    /** The names of table and column, such as {@code child.parent_id}. */
    @Override
    public String toString() {
        return table + "." + name;
    }
}
