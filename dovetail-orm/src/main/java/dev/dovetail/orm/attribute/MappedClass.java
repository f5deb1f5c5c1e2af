package dev.dovetail.orm.attribute;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.InheritanceModel;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holders and attributes know of a mapped class. Implemented by generated code. Columns and relationships are known
 * by their position in {@link #model()}.
 *
 * @param <E> the class
 */
public interface MappedClass<E> {

    /**
     * The mapped class.
     *
     * @return the class
     */
    Class<E> entityClass();

    /**
     * What the class declares.
     *
     * @return the model
     */
    EntityModel model();

    /**
     * The tables that the class's rows are in.
     *
     * @return the tables, that of the first class of its hierarchy first; their foreign keys refer to other tables by name
     */
    List<TablePart> tables();

    /**
     * The class's own table.
     *
     * @return the last of its tables
     */
    default Table table() {
        return tables().get(tables().size() - 1).table();
    }

    /**
     * The mapped class that this one extends.
     *
     * @return the base, or null
     */
    @Nullable
    MappedClass<? super E> base();

    /**
     * The column that says of which class a row is.
     *
     * @return its position, -1 outside of hierarchies
     */
    default int discriminator() {
        InheritanceModel inheritance = model().inheritance();
        return inheritance == null
                ? -1
                : model().columns().stream().map(ColumnModel::name).toList().indexOf(inheritance.discriminator());
    }

    /**
     * What the discriminator has in rows of this class.
     *
     * @return the value, in the column's own type; null where the class has no rows of its own
     * @throws dev.dovetail.UsageException if the annotation's text is no such value; code {@code DVT-USE-MAPPING}
     */
    default @Nullable Object identity() {
        InheritanceModel inheritance = model().inheritance();
        return inheritance == null || inheritance.identity() == null
                ? null
                : Discriminators.value(column(discriminator()).type(), inheritance.identity());
    }

    /**
     * Whether rows of this class are in a table that its base has, too, so that only the discriminator tells them.
     *
     * @return true for a class of a single table but the first
     */
    default boolean inBaseTable() {
        return base() != null && base().tables().size() == tables().size();
    }

    /**
     * Where a column is.
     *
     * @param position the column's position
     * @return which of the tables has it, as its position in {@link #tables()}
     */
    default int tableOf(int position) {
        List<TablePart> tables = tables();
        int table = tables.size() - 1;
        while (!tables.get(table).has(position)) {
            table--;
        }
        return table;
    }

    /**
     * A column.
     *
     * @param position the column's position
     * @return the column of its table
     */
    default Column<?> column(int position) {
        return tables().get(tableOf(position))
                .table()
                .column(model().columns().get(position).name());
    }

    /**
     * Reads a column's field.
     *
     * @param entity the object
     * @param column the column's position
     * @return the value
     */
    @Nullable
    Object get(E entity, int column);

    /**
     * Writes a column's field.
     *
     * @param entity the object
     * @param column the column's position
     * @param value the value, of the field's type
     */
    void set(E entity, int column, @Nullable Object value);

    /**
     * Writes several columns' fields at once: a record is made once, of all its new values, and never of a part of them.
     *
     * @param entity the object
     * @param columns the columns' positions
     * @param values the values, of the fields' types
     */
    void set(E entity, int[] columns, @Nullable Object[] values);

    /**
     * A relationship's holder.
     *
     * @param entity the object
     * @param relationship the relationship's position
     * @return the holder
     */
    Holder<?> holder(E entity, int relationship);
}
