package dev.dovetail.orm.generated;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.MappedClass;
import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.InheritanceModel;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the objects of one entity class. The processor writes a subclass for each entity; a session reaches
 * fields, holders and constructor through it and through nothing else. Columns and relationships are known by their
 * position in {@link #model()}.
 *
 * @param <E> the entity
 */
public abstract class EntityMapper<E> extends Accessor<E> implements MappedClass<E> {

    /** The contract between generated code and this version of Dovetail. */
    public static final int VERSION_1 = 1;

    private final Class<E> entityClass;
    private final EntityModel model;
    private final List<Type<?>> types;
    private final List<TablePart> tables;
    private final @Nullable EntityMapper<? super E> base;

    /**
     * For generated subclasses.
     *
     * @param version the contract that the code was written for
     * @param entityClass the entity class
     * @param model what the class declares
     * @param types the columns' types, in the order of the model's columns
     * @throws UsageException if the code was written for another contract
     */
    protected EntityMapper(int version, Class<E> entityClass, EntityModel model, Type<?>... types) {
        this(version, entityClass, null, model, types);
    }

    /**
     * For generated subclasses of an entity that extends another one.
     *
     * @param version the contract that the code was written for
     * @param entityClass the entity class
     * @param base the mapper of the entity that it extends
     * @param model what the class declares
     * @param types the types of the columns that it adds, in the order of the model's columns
     * @throws UsageException if the code was written for another contract
     */
    protected EntityMapper(
            int version,
            Class<E> entityClass,
            @Nullable EntityMapper<? super E> base,
            EntityModel model,
            Type<?>... types) {
        if (version != VERSION_1) {
            throw new UsageException(
                    "DVT-USE-MAPPER-VERSION",
                    entityClass.getName() + ": its mapper was written by another version of Dovetail's processor"
                            + " (contract " + version + ", this is " + VERSION_1 + "); compile the class again");
        }
        this.entityClass = entityClass;
        this.base = base;
        this.model = model;
        List<Type<?>> all = new ArrayList<>(base == null ? List.of() : base.types());
        Collections.addAll(all, types);
        this.types = List.copyOf(all);
        this.tables = EntityTables.of(model, this.types);
    }

    @Override
    public final Class<E> entityClass() {
        return entityClass;
    }

    @Override
    public final EntityModel model() {
        return model;
    }

    /**
     * The columns' types.
     *
     * @return the types in the order of the model's columns
     */
    public final List<Type<?>> types() {
        return types;
    }

    /**
     * What the table needs beside itself: the enum types of its columns, the sequences of its keys.
     *
     * @return objects of the database
     */
    public final List<SchemaObject> schemaObjects() {
        return EntityTables.objects(model, types);
    }

    @Override
    public final List<TablePart> tables() {
        return tables;
    }

    @Override
    public final @Nullable EntityMapper<? super E> base() {
        return base;
    }

    /**
     * A new object, by the constructor without arguments.
     *
     * @return the object
     */
    public abstract E instantiate();

    @Override
    public abstract @Nullable Object get(E entity, int column);

    @Override
    public abstract void set(E entity, int column, @Nullable Object value);

    @Override
    public final void set(E entity, int[] columns, @Nullable Object[] values) {
        if (columns.length > 1 && Arrays.stream(columns).anyMatch(this::inRecord)) {
            setTogether(entity, columns, values);
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            set(entity, columns[i], values[i]);
        }
    }

    private boolean inRecord(int column) {
        String attribute = model.columns().get(column).attribute();
        return attribute != null && attribute.indexOf('.') >= 0;
    }

    private void setTogether(E entity, int[] columns, @Nullable Object[] values) {
        Snapshot<E> all = snapshot();
        for (int column = 0; column < model.columns().size(); column++) {
            all.take(entity, column);
        }
        for (int i = 0; i < columns.length; i++) {
            all.value(columns[i], values[i]);
        }
        all.restore(entity);
    }

    @Override
    public abstract Holder<?> holder(E entity, int relationship);

    /**
     * A value of a type whose arguments do not exist at run time.
     *
     * @param value the value
     * @param <T> the field's type
     * @return the same value
     */
    @SuppressWarnings("unchecked") // the value is of the column whose type is T
    protected static <T> @Nullable T cast(@Nullable Object value) {
        return (T) value;
    }

    /**
     * Makes a generated mapper known, so that the holders of its entity find it.
     *
     * @param mapper the mapper
     */
    protected static void register(EntityMapper<?> mapper) {
        MappedClasses.register(mapper);
    }

    /**
     * What the discriminator has in an object's row, where the hierarchy has no field for it.
     *
     * @param entity the object
     * @return the value
     */
    protected static @Nullable Object identity(Object entity) {
        InheritanceModel inheritance =
                MappedClasses.of(entity.getClass()).model().inheritance();
        return inheritance == null ? null : inheritance.identity();
    }

    /**
     * Says that a class without objects has none.
     *
     * @return an error to throw
     */
    protected final IllegalStateException isAbstract() {
        return new IllegalStateException(entityClass.getName() + " is abstract: it has no objects of its own");
    }

    @Override
    protected final IllegalArgumentException noColumn(int position) {
        return new IllegalArgumentException(entityClass.getName() + " has no column " + position + ", but "
                + model.columns().stream().map(ColumnModel::name).toList());
    }

    @Override
    protected final IllegalArgumentException noRelationship(int position) {
        return new IllegalArgumentException(entityClass.getName() + " has no relationship " + position);
    }
}
