package dev.dovetail.orm.internal.state;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Constraint;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An entity class within a session factory: its mapper, and its place among the other classes.
 *
 * @param <E> the class
 */
public final class EntityDescriptor<E> {

    /** Classes of which equal values are equal for the database, too. */
    private static final Set<Class<?>> PLAIN = Set.of(Integer.class, Long.class, Short.class, UUID.class);

    private final EntityMapper<E> mapper;
    private final List<ColumnModel> columns;
    private final int[] idColumns;
    private final int[] deferred;
    private final int version;
    private final @Nullable EntityDescriptor<? super E> base;
    private final EntityDescriptor<?> root;
    /** The position of the only column of the key, if its values are keys as they are; -1 otherwise. */
    private final int plainId;

    private final List<EntityDescriptor<?>> hierarchy = new ArrayList<>();
    private final Map<Object, EntityDescriptor<?>> byIdentity = new HashMap<>();
    private final int discriminator;
    private final @Nullable Object identity;
    private List<TablePart> tables = List.of();
    private List<Column<?>> tableColumns = List.of();
    private List<int[]> uniqueKeys = List.of();
    private List<Constraint> uniqueConstraints = List.of();
    private @Nullable RowLayout layout;
    private final List<RelationshipEnd> ends;
    private final List<ForeignKeyDescriptor> outgoing = new ArrayList<>();
    private final List<ForeignKeyDescriptor> incoming = new ArrayList<>();
    private boolean deletedFromLinks;
    private int hashes;

    EntityDescriptor(EntityMapper<E> mapper, @Nullable EntityDescriptor<? super E> base) {
        this.mapper = mapper;
        this.base = base;
        this.root = base == null ? this : base.root;
        this.columns = mapper.model().columns();
        this.idColumns = IntStream.range(0, columns.size())
                .filter(position -> columns.get(position).id())
                .toArray();
        this.deferred = IntStream.range(0, columns.size())
                .filter(position -> columns.get(position).deferred())
                .toArray();
        this.version = IntStream.range(0, columns.size())
                .filter(position -> columns.get(position).traits().contains(ColumnModel.Trait.VERSION))
                .findFirst()
                .orElse(-1);
        this.ends = RelationshipEnd.of(mapper);
        this.plainId = idColumns.length == 1
                        && PLAIN.contains(mapper.types().get(idColumns[0]).javaClass())
                ? idColumns[0]
                : -1;
        this.discriminator = mapper.discriminator();
        this.identity = mapper.identity();
        for (EntityDescriptor<?> ancestor = this; ancestor != null; ancestor = ancestor.base) {
            ancestor.hierarchy.add(this);
        }
        if (identity != null) {
            root().byIdentity.put(identity, this);
        }
    }

    /** Says in which tables the class's rows are; a table is one that all classes share that have columns in it. */
    void place(List<TablePart> parts) {
        tables = List.copyOf(parts);
        List<Column<?>> found = new ArrayList<>();
        for (TablePart part : tables) {
            for (int position = part.first(); position < part.end(); position++) {
                found.add(part.table().column(columns.get(position).name()));
            }
        }
        tableColumns = List.copyOf(found);
        findUniqueKeys();
    }

    /** {@return the generated mapper} */
    public EntityMapper<E> mapper() {
        return mapper;
    }

    /** {@return the entity class} */
    public Class<E> entityClass() {
        return mapper.entityClass();
    }

    /** Says where in a result the columns of each class are; when all classes have their tables. */
    void layOut() {
        layout = RowLayout.of(this, Set.of());
    }

    /** {@return where in a result of this class the columns of its subclasses are} */
    public RowLayout layout() {
        return Objects.requireNonNull(layout, "the mapping is not complete");
    }

    /**
     * Where the columns are in a result that has deferred ones, too.
     *
     * @param undeferred the deferred attributes that the query reads, of this class or a subclass
     * @return the layout
     */
    public RowLayout layout(Set<String> undeferred) {
        return undeferred.isEmpty() ? layout() : RowLayout.of(this, undeferred);
    }

    /** {@return whether rows of this class are in a table that a base of it has, too, so that only the discriminator tells them} */
    public boolean inBaseTable() {
        return mapper.inBaseTable();
    }

    /** {@return the class's own table, the last of its tables} */
    public Table table() {
        return tables.get(tables.size() - 1).table();
    }

    /** {@return the tables that the class's rows are in, that of the root first} */
    public List<TablePart> tables() {
        return tables;
    }

    /**
     * A column of one of the class's tables.
     *
     * @param position the column's position
     * @return the column
     */
    public Column<?> column(int position) {
        return tableColumns.get(position);
    }

    /** {@return the class that this one extends, or null} */
    public @Nullable EntityDescriptor<? super E> base() {
        return base;
    }

    /** {@return the first class of the hierarchy, which is the class itself where it extends none} */
    public EntityDescriptor<?> root() {
        return root;
    }

    /** {@return the class and all that extend it} */
    public List<EntityDescriptor<?>> hierarchy() {
        return Collections.unmodifiableList(hierarchy);
    }

    /**
     * Whether each object of this class is one of another.
     *
     * @param other the other class
     * @return true if it is that class or extends it
     */
    public boolean isA(EntityDescriptor<?> other) {
        return this == other || base != null && base.isA(other);
    }

    /** {@return the position of the column that says of which class a row is, -1 outside of hierarchies} */
    public int discriminator() {
        return discriminator;
    }

    /** {@return what the discriminator has in rows of this class, null where it has none} */
    public @Nullable Object identity() {
        return identity;
    }

    /**
     * The class of a row in this hierarchy.
     *
     * @param value what the discriminator has
     * @return the class, or null if none has that value
     */
    public @Nullable EntityDescriptor<?> withIdentity(Object value) {
        return root().byIdentity.get(value);
    }

    /** {@return the columns, in the order of their positions} */
    public List<ColumnModel> columns() {
        return columns;
    }

    /**
     * The columns that an attribute's name stands for: one, or those of an embedded record.
     *
     * @param name the attribute's name, or a column's
     * @return their positions
     * @throws UsageException if there is no such attribute
     */
    public int[] columnsNamed(String name) {
        List<ColumnModel> named = mapper.model().columnsNamed(name);
        if (named.isEmpty()) {
            throw new UsageException(
                    "DVT-USE-ATTRIBUTE",
                    name() + " has no attribute " + name + "; it has "
                            + columns.stream().map(ColumnModel::label).toList() + " and "
                            + ends.stream().map(end -> end.model().name()).toList());
        }
        return named.stream().mapToInt(columns::indexOf).toArray();
    }

    /** {@return the positions of the columns that are not read with their row; not to be changed} */
    public int[] deferred() {
        return deferred;
    }

    /**
     * The holder of a column that is not read with its row.
     *
     * @param entity the object
     * @param column the column's position
     * @return the holder
     */
    public Deferred<?> deferred(Object entity, int column) {
        return mapper.deferred(cast(entity), column);
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

    /**
     * What UPDATE and DELETE find a row by.
     *
     * @param part one of the class's tables
     * @return its primary key, then the version if the table has one
     */
    public List<Column<?>> matchColumns(TablePart part) {
        List<Column<?>> match = new ArrayList<>(part.key());
        if (versioned() && part.has(version)) {
            match.add(column(version));
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
        return uniqueConstraints.get(key);
    }

    /** {@return the constraints of {@link #uniqueKeys()}, which classes of one hierarchy have in common where both have the key} */
    public List<Constraint> uniqueConstraints() {
        return uniqueConstraints;
    }

    private void findUniqueKeys() {
        List<int[]> keys = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        keys.add(idColumns);
        constraints.add(tables.get(0).table().primaryKey());
        for (TablePart part : tables) {
            for (UniqueConstraint key : part.table().uniques()) {
                int[] positions =
                        key.columns().stream().mapToInt(tableColumns::indexOf).toArray();
                if (IntStream.of(positions).allMatch(position -> position >= 0)) {
                    keys.add(positions);
                    constraints.add(key);
                }
            }
        }
        uniqueKeys = List.copyOf(keys);
        uniqueConstraints = List.copyOf(constraints);
    }

    /** {@return the relationships, in the order of their positions} */
    public List<RelationshipEnd> ends() {
        return ends;
    }

    /** {@return the foreign keys of this class's tables that refer to mapped classes} */
    public List<ForeignKeyDescriptor> outgoing() {
        return Collections.unmodifiableList(outgoing);
    }

    /** {@return the foreign keys of all tables of this class and those that extend it} */
    public List<ForeignKeyDescriptor> hierarchyOutgoing() {
        return hierarchy.stream()
                .flatMap(entity -> entity.outgoing.stream())
                .distinct()
                .toList();
    }

    /** {@return the foreign keys that refer to this class's tables} */
    public List<ForeignKeyDescriptor> incoming() {
        return Collections.unmodifiableList(incoming);
    }

    /** Joins the referring class of a key, and all that extend it, to the referenced one. */
    static void join(ForeignKeyDescriptor key) {
        key.child().hierarchy.forEach(child -> child.outgoing.add(key));
        key.parent().hierarchy.forEach(parent -> parent.incoming.add(key));
    }

    /** {@return whether the database deletes rows of a secondary table, which only the other side knows, with a row of this} */
    public boolean deletedFromLinks() {
        return deletedFromLinks;
    }

    /** Says that rows of a secondary table go with the rows of this class, and of those that extend it. */
    void deleteFromLinks() {
        hierarchy.forEach(entity -> entity.deletedFromLinks = true);
    }

    /** Another number each time, or nearly: threads may get the same one. */
    short nextHash() {
        return (short) hashes++;
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
     * Writes several fields at once.
     *
     * @param entity the object
     * @param columns the columns' positions
     * @param values the values
     */
    public void set(Object entity, int[] columns, @Nullable Object[] values) {
        mapper.set(cast(entity), columns, values);
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

    /** {@return whether the key is one whole number} */
    public boolean hasNumericId() {
        return plainId >= 0
                && Number.class.isAssignableFrom(mapper.types().get(plainId).javaClass());
    }

    /**
     * The primary key of a row, without the class.
     *
     * @param snapshot the row's values
     * @return the key, as {@link EntityKey#id} has it, or null if a part of it is null
     */
    public @Nullable Object id(Snapshot<?> snapshot) {
        if (plainId >= 0) {
            return snapshot.value(plainId);
        }
        EntityKey key = key(snapshot);
        return key == null ? null : key.id();
    }

    /**
     * The primary key of a row.
     *
     * @param values gives a column's value by its position
     * @return the key, or null if a part of it is null
     */
    public @Nullable EntityKey key(ForeignKeyDescriptor.Values values) {
        Object[] parts = new Object[idColumns.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = values.at(idColumns[i]);
            if (part == null) {
                return null;
            }
            parts[i] = atPrecision(mapper.types().get(idColumns[i]), part);
        }
        return keyOf(parts);
    }

    /**
     * The key of a row; one and the same for all classes of a hierarchy.
     *
     * @param values the primary key's values, in order
     * @return the key
     */
    public EntityKey keyOf(Object... values) {
        return EntityKey.of(root().entityClass(), values);
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
    @SuppressWarnings("unchecked") // generated code, which every use ends in, checks the class
    public E cast(Object entity) {
        return (E) entity;
    }

    @Override
    public String toString() {
        return name();
    }
}
