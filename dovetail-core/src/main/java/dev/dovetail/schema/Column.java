package dev.dovetail.schema;

import dev.dovetail.type.Type;
import java.util.Map;
import java.util.function.Supplier;
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
    private final ColumnProperties<J> properties;
    private final boolean nullable;
    private final int position;

    Column(Table table, String name, Type<J> type, ColumnProperties<J> properties, boolean nullable, int position) {
        this.table = table;
        this.name = name;
        this.type = type;
        this.properties = properties;
        this.nullable = nullable;
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
     * What the database makes of the column where a row is given no value.
     *
     * @return never null
     */
    public ColumnValue value() {
        return properties.value;
    }

    /**
     * Whether the database makes a value where none is given.
     *
     * @return true for a column that has a default, is counted or computed
     */
    public boolean madeByDatabase() {
        return !(value() instanceof ColumnValue.Given);
    }

    /**
     * Whether the database counts the values of this column where none is given.
     *
     * @return true for an identity column, which a generated key is
     */
    public boolean generated() {
        return value() instanceof ColumnValue.Identity;
    }

    /**
     * Whether the database computes the value of other columns and takes no other.
     *
     * @return true for a computed column
     */
    public boolean computed() {
        return value() instanceof ColumnValue.Computed;
    }

    /**
     * The SQL expression that the database uses where no value is given.
     *
     * @return the expression, null if there is none
     */
    public @Nullable String defaultSql() {
        return value() instanceof ColumnValue.DefaultSql expression ? expression.sql() : null;
    }

    /**
     * Whether the value may be another one after an INSERT than the one given.
     *
     * @return true where the database makes the value, or a trigger may
     */
    public boolean fetchedOnInsert() {
        return properties.fetchedOnInsert || madeByDatabase();
    }

    /**
     * Whether the value may be another one after an UPDATE that did not set it.
     *
     * @return true where the value is computed, or a trigger may change it
     */
    public boolean fetchedOnUpdate() {
        return properties.fetchedOnUpdate || computed();
    }

    /**
     * What the program inserts where no value is given.
     *
     * @return gives a value for each row; null if there is none
     */
    public @Nullable Supplier<? extends J> clientDefault() {
        return properties.clientDefault;
    }

    /**
     * What the program sets in each UPDATE that sets no value.
     *
     * @return gives a value for each statement; null if there is none
     */
    public @Nullable Supplier<? extends J> clientOnUpdate() {
        return properties.clientOnUpdate;
    }

    /**
     * How texts are compared and sorted.
     *
     * @return the name of a collation, null for the one of the table or the database
     */
    public @Nullable String collation() {
        return properties.collation;
    }

    /**
     * What one database alone knows of the column.
     *
     * @return trusted SQL by the name of the dialect
     */
    public Map<String, String> options() {
        return properties.options;
    }

    /**
     * What the column is for.
     *
     * @return the comment, null if there is none
     */
    public @Nullable String comment() {
        return properties.comment;
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
