package dev.dovetail.schema;

import dev.dovetail.type.Type;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A column before it belongs to a table. Immutable: each method gives a new definition. Nullable unless it says
 * otherwise.
 *
 * @param <J> the Java class of the column's values
 */
public final class ColumnDefinition<J> implements TableElement {
    private final String name;
    private final Type<J> type;
    private final ColumnProperties<J> properties;

    private ColumnDefinition(String name, Type<J> type, ColumnProperties<J> properties) {
        this.name = name;
        this.type = type;
        this.properties = properties;
    }

    static <J> ColumnDefinition<J> of(String name, Type<J> type) {
        return new ColumnDefinition<>(name, type, new ColumnProperties<>());
    }

    private ColumnDefinition<J> with(Consumer<ColumnProperties<J>> change) {
        return new ColumnDefinition<>(name, type, properties.with(change));
    }

    /**
     * Makes the column part of the primary key, and NOT NULL.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> primaryKey() {
        return with(copy -> {
            copy.primaryKey = true;
            copy.nullable = false;
        });
    }

    /**
     * Forbids NULL.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> notNull() {
        return with(copy -> copy.nullable = false);
    }

    // What the database makes of it where no value is given

    /**
     * Lets the database count the values where none is given: {@link ColumnValue.Identity#BY_DEFAULT}. Most databases can
     * do that only for a column that is the whole primary key.
     *
     * @return the new definition, NOT NULL
     */
    public ColumnDefinition<J> generated() {
        return identity(ColumnValue.Identity.BY_DEFAULT);
    }

    /**
     * Lets the database count the values.
     *
     * @param identity how
     * @return the new definition, NOT NULL
     */
    public ColumnDefinition<J> identity(ColumnValue.Identity identity) {
        return with(copy -> {
            copy.setValue(identity);
            copy.nullable = false;
        });
    }

    /**
     * Lets the database fill in a value where none is given.
     *
     * @param sql a trusted SQL expression; it becomes part of the DDL. The constants {@code CURRENT_TIMESTAMP} and
     *     {@code CURRENT_DATE} are written alike for all databases; anything more than a literal needs parentheses on some
     * @return the new definition
     */
    public ColumnDefinition<J> defaultSql(String sql) {
        return with(copy -> copy.setValue(new ColumnValue.DefaultSql(sql)));
    }

    /**
     * Lets the database fill in a constant where no value is given. It becomes a literal of the DDL.
     *
     * @param value the constant; a type whose values cannot be written as a literal is refused when the DDL is made
     * @return the new definition
     * @throws dev.dovetail.UsageException if the value does not fit the type; code {@code DVT-TYPE-FIT}
     */
    public ColumnDefinition<J> defaultValue(J value) {
        type.check(value);
        return with(copy -> copy.setValue(new ColumnValue.DefaultConstant(value)));
    }

    /**
     * Lets the database take the next value of a sequence where none is given.
     *
     * @param sequence the sequence; {@link MetaData} creates it before the table
     * @return the new definition
     */
    public ColumnDefinition<J> defaultNext(Sequence sequence) {
        return with(copy -> copy.setValue(new ColumnValue.DefaultNext(sequence)));
    }

    /**
     * Makes the value of other columns of the row; no other can be given.
     *
     * @param sql a trusted SQL expression; it becomes part of the DDL
     * @param storage when it is computed
     * @return the new definition
     */
    public ColumnDefinition<J> computed(String sql, ColumnValue.Storage storage) {
        return with(copy -> copy.setValue(new ColumnValue.Computed(sql, storage)));
    }

    /**
     * Says that a trigger may set or change the value when a row is inserted, so that it has to be read back.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> fetchedOnInsert() {
        return with(copy -> copy.fetchedOnInsert = true);
    }

    /**
     * Says that a trigger may change the value when a row is updated, so that it has to be read back.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> fetchedOnUpdate() {
        return with(copy -> copy.fetchedOnUpdate = true);
    }

    // What the program makes of it

    /**
     * Inserts a constant where no value is given. The database knows nothing of it.
     *
     * @param value the constant
     * @return the new definition
     * @throws dev.dovetail.UsageException if the value does not fit the type; code {@code DVT-TYPE-FIT}
     */
    public ColumnDefinition<J> clientDefault(J value) {
        type.check(value);
        return clientDefault(() -> value);
    }

    /**
     * Inserts a value made by the program where none is given. The database knows nothing of it.
     *
     * @param supplier called once for each row, by any thread
     * @return the new definition
     */
    public ColumnDefinition<J> clientDefault(Supplier<? extends J> supplier) {
        return with(copy -> copy.clientDefault = supplier);
    }

    /**
     * Sets a value made by the program in each UPDATE that sets none. The database knows nothing of it.
     *
     * @param supplier called once for each statement, by any thread
     * @return the new definition
     */
    public ColumnDefinition<J> clientOnUpdate(Supplier<? extends J> supplier) {
        return with(copy -> copy.clientOnUpdate = supplier);
    }

    // The rest

    /**
     * Says how texts are compared and sorted.
     *
     * @param collation the name of a collation of the database
     * @return the new definition
     */
    public ColumnDefinition<J> collation(String collation) {
        return with(copy -> copy.collation = collation);
    }

    /**
     * Says what the column is for.
     *
     * @param text kept in the model, and in the database where it keeps comments
     * @return the new definition
     */
    public ColumnDefinition<J> comment(String text) {
        return with(copy -> copy.comment = text);
    }

    /**
     * Adds what one database alone knows.
     *
     * @param dialect the name of the dialect, such as {@code MySQL}
     * @param sql trusted SQL that stands behind all else in the column's definition
     * @return the new definition
     */
    public ColumnDefinition<J> option(String dialect, String sql) {
        return with(copy -> copy.addOption(dialect, sql));
    }

    /**
     * Makes the column's values unique, under the name that the convention gives.
     *
     * @return the new definition
     */
    public ColumnDefinition<J> unique() {
        return constrained(Schema.unique(name));
    }

    /**
     * Makes the column's values unique.
     *
     * @param constraint the name of the constraint
     * @return the new definition
     */
    public ColumnDefinition<J> unique(String constraint) {
        return constrained(Schema.unique(name).named(constraint));
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
        return constrained(Schema.foreignKey(name).references(table, column).onDelete(onDelete));
    }

    /**
     * Restricts the values, under the name that the convention gives.
     *
     * @param sql a trusted SQL condition; it becomes part of the DDL
     * @return the new definition
     */
    public ColumnDefinition<J> check(String sql) {
        return constrained(new CheckDefinition(null, List.of(name), sql));
    }

    /**
     * Restricts the values.
     *
     * @param constraint the name of the constraint
     * @param sql a trusted SQL condition; it becomes part of the DDL
     * @return the new definition
     */
    public ColumnDefinition<J> check(String constraint, String sql) {
        return constrained(new CheckDefinition(constraint, List.of(name), sql));
    }

    private ColumnDefinition<J> constrained(TableElement constraint) {
        return with(copy -> copy.addConstraint(constraint));
    }

    String name() {
        return name;
    }

    ColumnProperties<J> properties() {
        return properties;
    }

    /** The same in a table whose schemas have other names. */
    ColumnDefinition<J> in(SchemaNames schemas) {
        return with(copy -> {
            copy.constraints = copy.constraints.stream().map(schemas::of).toList();
            if (copy.value instanceof ColumnValue.DefaultNext next) {
                copy.value = new ColumnValue.DefaultNext(schemas.of(next.sequence()));
            }
        });
    }

    /** The nullability is given, since a primary key may be declared apart from its columns. */
    Column<J> in(Table table, int position, boolean inPrimaryKey) {
        return new Column<>(table, name, type, properties, properties.nullable && !inPrimaryKey, position);
    }
}
