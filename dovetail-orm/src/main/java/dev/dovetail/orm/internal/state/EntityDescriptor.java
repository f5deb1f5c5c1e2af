package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Constraint;
import dev.dovetail.schema.Table;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An entity class within a session factory: its mapper, and its place among the other classes.
 *
 * @param <E> the class
 */
public final class EntityDescriptor<E> {

    private final EntityMapper<E> mapper;
    private final List<ColumnModel> columns;
    private final int[] idColumns;
    private final int version;
    private final List<int[]> uniqueKeys;
    private final List<RelationshipEnd> ends;
    private final List<ForeignKeyDescriptor> outgoing = new ArrayList<>();
    private final List<ForeignKeyDescriptor> incoming = new ArrayList<>();

    EntityDescriptor(EntityMapper<E> mapper) {
        this.mapper = mapper;
        this.columns = mapper.model().columns();
        this.idColumns = IntStream.range(0, columns.size())
                .filter(position -> columns.get(position).id())
                .toArray();
        this.version = IntStream.range(0, columns.size())
                .filter(position -> columns.get(position).traits().contains(ColumnModel.Trait.VERSION))
                .findFirst()
                .orElse(-1);
        this.uniqueKeys = uniqueKeys(mapper.table(), idColumns);
        this.ends = RelationshipEnd.of(mapper);
    }

    /** {@return the generated mapper} */
    public EntityMapper<E> mapper() {
        return mapper;
    }

    /** {@return the entity class} */
    public Class<E> entityClass() {
        return mapper.entityClass();
    }

    /** {@return the class's table} */
    public Table table() {
        return mapper.table();
    }

    /** {@return the columns, in the order of their positions} */
    public List<ColumnModel> columns() {
        return columns;
    }

    /** {@return the positions of the primary key's columns} */
    public int[] idColumns() {
        return idColumns;
    }

    /** {@return whether rows have a version counter} */
    public boolean versioned() {
        return version >= 0;
    }

    /** {@return the version counter's position; only where there is one} */
    public int version() {
        if (!versioned()) {
            throw new IllegalStateException(name() + " has no version");
        }
        return version;
    }

    /**
     * Whether a column is the version counter.
     *
     * @param column the column's position
     * @return true if it is
     */
    public boolean isVersion(int column) {
        return versioned() && column == version;
    }

    /** {@return the columns that UPDATE and DELETE find a row by: its primary key, then its version if it has one} */
    public int[] matchColumns() {
        int[] match = Arrays.copyOf(idColumns, idColumns.length + (versioned() ? 1 : 0));
        if (versioned()) {
            match[idColumns.length] = version;
        }
        return match;
    }

    /** {@return the columns of each key that no two rows share, the primary key first; not to be changed} */
    public List<int[]> uniqueKeys() {
        return uniqueKeys;
    }

    /**
     * The constraint behind one of {@link #uniqueKeys}.
     *
     * @param key the key's position there
     * @return the primary key or unique constraint
     */
    public Constraint uniqueConstraint(int key) {
        return key == 0 ? table().primaryKey() : table().uniques().get(key - 1);
    }

    private static List<int[]> uniqueKeys(Table table, int[] idColumns) {
        List<int[]> keys = new ArrayList<>();
        keys.add(idColumns);
        table.uniques()
                .forEach(key -> keys.add(
                        key.columns().stream().mapToInt(Column::position).toArray()));
        return List.copyOf(keys);
    }

    /** {@return the relationships, in the order of their positions} */
    public List<RelationshipEnd> ends() {
        return ends;
    }

    /** {@return the foreign keys of this class's table that refer to mapped classes} */
    public List<ForeignKeyDescriptor> outgoing() {
        return Collections.unmodifiableList(outgoing);
    }

    /** {@return the foreign keys that refer to this class's table} */
    public List<ForeignKeyDescriptor> incoming() {
        return Collections.unmodifiableList(incoming);
    }

    /** Joins the referring class of a key to the referenced one. */
    static void join(ForeignKeyDescriptor key) {
        key.child().outgoing.add(key);
        key.parent().incoming.add(key);
    }

    /** {@return the class's name in messages} */
    public String name() {
        return mapper.model().simpleName();
    }

    /**
     * Reads a field.
     *
     * @param entity the object
     * @param column the column's position
     * @return the value
     */
    public @Nullable Object get(Object entity, int column) {
        return mapper.get(cast(entity), column);
    }

    /**
     * Writes a field.
     *
     * @param entity the object
     * @param column the column's position
     * @param value the value
     */
    public void set(Object entity, int column, @Nullable Object value) {
        mapper.set(cast(entity), column, value);
    }

    /**
     * A relationship's holder.
     *
     * @param entity the object
     * @param relationship the relationship's position
     * @return the holder
     */
    public Holder<?> holder(Object entity, int relationship) {
        return mapper.holder(cast(entity), relationship);
    }

    /**
     * All holders of an object.
     *
     * @param entity the object
     * @return the holders, in the order of the relationships
     */
    public List<Holder<?>> holders(Object entity) {
        List<Holder<?>> holders = new ArrayList<>(ends.size());
        for (int position = 0; position < ends.size(); position++) {
            holders.add(holder(entity, position));
        }
        return holders;
    }

    /**
     * The primary key in an object's fields.
     *
     * @param entity the object
     * @return the key, or null while a part of it is null
     */
    public @Nullable EntityKey key(Object entity) {
        return key(column -> get(entity, column));
    }

    /**
     * The primary key of a row.
     *
     * @param snapshot the row's values
     * @return the key, or null if a part of it is null
     */
    public @Nullable EntityKey key(Snapshot<?> snapshot) {
        return key(snapshot::value);
    }

    private @Nullable EntityKey key(ForeignKeyDescriptor.Values values) {
        Object[] parts = new Object[idColumns.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = values.at(idColumns[i]);
            if (part == null) {
                return null;
            }
            parts[i] = atPrecision(mapper.types().get(idColumns[i]), part);
        }
        return EntityKey.of(entityClass(), parts);
    }

    private static <T> Object atPrecision(Type<T> type, Object value) {
        return Objects.requireNonNull(type.atPrecision(type.javaClass().cast(value)));
    }

    /**
     * A snapshot of what is in an object's fields now.
     *
     * @param entity the object
     * @return the snapshot
     */
    public Snapshot<E> take(Object entity) {
        Snapshot<E> snapshot = mapper.snapshot();
        for (int column = 0; column < columns.size(); column++) {
            snapshot.take(cast(entity), column);
        }
        return snapshot;
    }

    /**
     * The object as an instance of the class.
     *
     * @param entity the object
     * @return the same object
     */
    public E cast(Object entity) {
        return mapper.entityClass().cast(entity);
    }

    @Override
    public String toString() {
        return name();
    }
}
