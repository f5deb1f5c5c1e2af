package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a result with rows of one entity: its own, in their order, then what its subclasses add, so that each row
 * has all columns of its class; the deferred ones only where a query asks for them. Immutable.
 */
public final class RowLayout {

    /**
     * A column and the class that declares it.
     *
     * @param entity the class
     * @param position the column's position in it
     */
    public record Item(EntityDescriptor<?> entity, int position) {

        /** {@return the column} */
        public Column<?> column() {
            return entity.column(position);
        }
    }

    /** The place of a deferred column that is not read. */
    public static final int ABSENT = -1;

    private final List<Item> items = new ArrayList<>();
    private final List<TablePart> added = new ArrayList<>();
    private final Map<EntityDescriptor<?>, int[]> indexes = new LinkedHashMap<>();

    private final EntityDescriptor<?> entity;
    private final Set<String> undeferred;

    private RowLayout(EntityDescriptor<?> entity, Set<String> undeferred) {
        this.entity = entity;
        this.undeferred = undeferred;
    }

    static RowLayout of(EntityDescriptor<?> entity, Set<String> undeferred) {
        RowLayout layout = new RowLayout(entity, undeferred);
        layout.add(entity, new int[0]);
        Set<TablePart> own = new LinkedHashSet<>(entity.tables());
        Set<String> names = new LinkedHashSet<>();
        own.forEach(part -> names.add(part.table().toString()));
        for (EntityDescriptor<?> subclass : entity.hierarchy()) {
            if (subclass != entity) {
                layout.add(subclass, layout.indexes.get(subclass.base()));
            }
            for (TablePart part : subclass.tables()) {
                if (names.add(part.table().toString())) {
                    layout.added.add(part);
                }
            }
        }
        return layout;
    }

    private void add(EntityDescriptor<?> entity, int[] inherited) {
        int[] found = Arrays.copyOf(inherited, entity.columns().size());
        for (int position = inherited.length; position < found.length; position++) {
            if (left(entity.columns().get(position))) {
                found[position] = ABSENT;
                continue;
            }
            Item item = new Item(entity, position);
            int known = indexOf(item.column());
            if (known < 0) {
                known = items.size();
                items.add(item);
            }
            found[position] = known;
        }
        indexes.put(entity, found);
    }

    private boolean left(ColumnModel column) {
        return column.deferred() && !undeferred.contains(column.label());
    }

    /** {@return the entity whose rows are read} */
    public EntityDescriptor<?> entity() {
        return entity;
    }

    /** Subclasses that share a table may share a column of it. */
    private int indexOf(Column<?> column) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).column() == column) {
                return i;
            }
        }
        return -1;
    }

    /** {@return the columns, in the order in which they are selected} */
    public List<Item> items() {
        return items;
    }

    /** {@return the tables of subclasses that the entity itself is not in; they are joined to it} */
    public List<TablePart> added() {
        return added;
    }

    /**
     * Where the columns of a class are.
     *
     * @param type the entity or a subclass of it
     * @return for each position of the class, its place among the items, or {@link #ABSENT}; not to be changed
     */
    public int[] indexes(EntityDescriptor<?> type) {
        return indexes.get(type);
    }
}
