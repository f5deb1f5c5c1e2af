package dev.dovetail.orm.generated;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.MappedClass;
import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.mapping.Converter;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Table;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the objects of one entity class. The processor writes a subclass for each entity; a session reaches
 * fields, holders and constructor through it and through nothing else. Columns and relationships are known by their
 * position in {@link #model()}.
 *
 * @param <E> the entity
 */
public abstract class EntityMapper<E> implements MappedClass<E> {

    /** The contract between generated code and this version of Dovetail. */
    public static final int VERSION_1 = 1;

    private final Class<E> entityClass;
    private final EntityModel model;
    private final List<Type<?>> types;
    private final Table table;

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
        if (version != VERSION_1) {
            throw new UsageException(
                    "DVT-USE-MAPPER-VERSION",
                    entityClass.getName() + ": its mapper was written by another version of Dovetail's processor"
                            + " (contract " + version + ", this is " + VERSION_1 + "); compile the class again");
        }
        this.entityClass = entityClass;
        this.model = model;
        this.types = List.of(types);
        this.table = EntityTables.table(model, this.types);
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
    public final Table table() {
        return table;
    }

    /**
     * A new object, by the constructor without arguments.
     *
     * @return the object
     */
    public abstract E instantiate();

    /**
     * A new, empty snapshot.
     *
     * @return the snapshot
     */
    public abstract Snapshot<E> snapshot();

    /**
     * The value of a client default.
     *
     * @param column the column's position
     * @return the value, null where the column has no client default
     */
    public @Nullable Object clientDefault(int column) {
        return null;
    }

    /**
     * Takes a primary key that is one record apart.
     *
     * @param id what the application gives as a key
     * @return the values of the key's columns in their order; null if it is no record, or not the one of this entity
     */
    public @Nullable Object @Nullable [] keyParts(Object id) {
        return null;
    }

    @Override
    public abstract @Nullable Object get(E entity, int column);

    @Override
    public abstract void set(E entity, int column, @Nullable Object value);

    @Override
    public abstract Holder<?> holder(E entity, int relationship);

    /**
     * The type of a column whose field has a converter.
     *
     * @param converter the converter
     * @param javaClass the field's class, without type arguments
     * @param stored the type of what is stored
     * @param <J> the field's type
     * @param <D> what is stored
     * @return the type
     */
    @SuppressWarnings("unchecked") // a class of a generic type has no type arguments
    protected static <J, D> Type<J> converted(Converter<J, D> converter, Class<? super J> javaClass, Type<D> stored) {
        return Types.converted(
                (Class<J>) javaClass, stored, converter::toStored, converter::fromStored, converter::copy);
    }

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
     * Says that a position is none of this entity's.
     *
     * @param position the position
     * @return an error to throw
     */
    protected final IllegalArgumentException noColumn(int position) {
        return new IllegalArgumentException(entityClass.getName() + " has no column " + position + ", but "
                + model.columns().stream().map(ColumnModel::name).toList());
    }

    /**
     * Says that a position is none of this entity's.
     *
     * @param position the position
     * @return an error to throw
     */
    protected final IllegalArgumentException noRelationship(int position) {
        return new IllegalArgumentException(entityClass.getName() + " has no relationship " + position);
    }
}
