package dev.dovetail.orm.attribute;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.primaryKey;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.SecondaryTable;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secondary table of a many-to-many relationship, seen from one side. Each of its rows joins one object of this side
 * to one of the other.
 *
 * @param table the table
 * @param ownColumns the columns that refer to this side
 * @param ownKey the positions of the columns that they refer to, in this side's model; not to be changed
 * @param targetColumns the columns that refer to the other side
 * @param targetKey the positions of the columns that they refer to, in the other side's model; not to be changed
 */
public record LinkTable(
        Table table, List<Column<?>> ownColumns, int[] ownKey, List<Column<?>> targetColumns, int[] targetKey) {

    /** Copies what can change. */
    public LinkTable {
        ownColumns = List.copyOf(ownColumns);
        targetColumns = List.copyOf(targetColumns);
    }

    static LinkTable of(MappedClass<?> owner, MappedClass<?> target, SecondaryTable model) {
        Map<String, Type<?>> columns = new LinkedHashMap<>();
        int[] ownKey = keyOf(owner);
        int[] targetKey = keyOf(target);
        collect(columns, model.toOwner(), owner, ownKey);
        collect(columns, model.toTarget(), target, targetKey);
        TableBuilder builder = Table.builder(model.name());
        if (model.schema() != null) {
            builder.schema(model.schema());
        }
        columns.forEach((name, type) -> builder.add(column(name, type).notNull()));
        builder.add(primaryKey(columns.keySet().toArray(String[]::new)));
        for (ForeignKeyModel key : List.of(model.toOwner(), model.toTarget())) {
            builder.add(foreignKey(key.columns().toArray(String[]::new))
                    .references(key.targetTable())
                    .onDelete(key.onDelete())
                    .onUpdate(key.onUpdate()));
        }
        Table table = builder.build();
        return new LinkTable(
                table, columns(table, model.toOwner()), ownKey, columns(table, model.toTarget()), targetKey);
    }

    private static void collect(
            Map<String, Type<?>> columns, ForeignKeyModel key, MappedClass<?> side, int[] referenced) {
        for (int i = 0; i < referenced.length; i++) {
            columns.putIfAbsent(key.columns().get(i), side.column(referenced[i]).type());
        }
    }

    private static int[] keyOf(MappedClass<?> side) {
        List<ColumnModel> columns = side.model().columns();
        return side.model().primaryKey().stream().mapToInt(columns::indexOf).toArray();
    }

    private static List<Column<?>> columns(Table table, ForeignKeyModel key) {
        List<Column<?>> columns = new ArrayList<>();
        for (String name : key.columns()) {
            columns.add(table.column(name));
        }
        return columns;
    }

    /**
     * The same table, seen from the other side.
     *
     * @return the table with its sides exchanged
     */
    public LinkTable reversed() {
        return new LinkTable(table, targetColumns, targetKey, ownColumns, ownKey);
    }

    /**
     * The values that the rows of an object have.
     *
     * @param mapped this side's class
     * @param entity an object of it
     * @return the values of {@link #ownColumns()}, or null while one of them is not known
     * @param <E> this side's class
     */
    public <E> Object @Nullable [] ownValues(MappedClass<E> mapped, Object entity) {
        return RelationshipEnd.values(mapped, entity, ownKey);
    }
}
