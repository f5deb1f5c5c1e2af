package dev.dovetail.orm.internal.state;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.MappedClass;
import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All entity classes of a session factory, joined by their foreign keys. Immutable and thread-safe. */
public final class Mappings {

    private final Map<Class<?>, EntityDescriptor<?>> byClass = new LinkedHashMap<>();
    private final Map<Table, EntityDescriptor<?>> byTable = new LinkedHashMap<>();
    private final MetaData metadata;
    private final KeySources keySources = new KeySources();

    /**
     * Joins mappers to one whole.
     *
     * @param mappers the mappers
     */
    public Mappings(Collection<EntityMapper<?>> mappers) {
        for (EntityMapper<?> mapper : mappers) {
            EntityDescriptor<?> descriptor = new EntityDescriptor<>(mapper);
            byClass.put(mapper.entityClass(), descriptor);
            byTable.put(mapper.table(), descriptor);
        }
        Set<SchemaObject> objects = new LinkedHashSet<>();
        mappers.forEach(mapper -> objects.addAll(mapper.schemaObjects()));
        objects.addAll(tables());
        metadata = MetaData.of(objects);
        byTable.forEach((table, child) -> table.foreignKeys().forEach(key -> join(child, key)));
    }

    /** The entities' tables, and the secondary tables that are no entity's. */
    private List<Table> tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        byTable.keySet().forEach(table -> tables.put(table.toString(), table));
        byClass.values().stream()
                .flatMap(entity -> entity.ends().stream())
                .filter(end -> end.model().secondary() != null)
                .map(end -> Objects.requireNonNull(end.linkTable()).table())
                .forEach(table -> tables.putIfAbsent(table.toString(), table));
        return List.copyOf(tables.values());
    }

    private void join(EntityDescriptor<?> child, ForeignKey key) {
        EntityDescriptor<?> parent = byTable.get(metadata.referenced(key));
        if (parent == null) {
            return;
        }
        EntityDescriptor.join(new ForeignKeyDescriptor(
                key,
                child,
                positions(key.columns()),
                parent,
                positions(metadata.referencedColumns(key)),
                key.nullable()));
    }

    private static int[] positions(List<Column<?>> columns) {
        return columns.stream().mapToInt(Column::position).toArray();
    }

    /** {@return what gives keys out before rows are inserted} */
    public KeySources keySources() {
        return keySources;
    }

    /**
     * A sequence of an entity's key.
     *
     * @param name its name, with its schema if it has one
     * @return the sequence
     */
    public Sequence sequence(String name) {
        return metadata.sequences().stream()
                .filter(sequence -> sequence.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the tables of all entities, and their secondary tables} */
    public MetaData metadata() {
        return metadata;
    }

    /** {@return all entities} */
    public Collection<EntityDescriptor<?>> entities() {
        return byClass.values();
    }

    /**
     * Whether a column of some table is mapped to a sensitive attribute of any entity.
     *
     * @param table the name of the table
     * @param column the name of the column
     * @return true if its values may not be shown
     */
    public boolean sensitive(String table, String column) {
        return byClass.values().stream()
                .filter(entity -> entity.table().name().equalsIgnoreCase(table))
                .flatMap(entity -> entity.columns().stream())
                .anyMatch(model ->
                        model.name().equalsIgnoreCase(column) && model.traits().contains(ColumnModel.Trait.SENSITIVE));
    }

    /** {@return what the entities declare} */
    public List<EntityModel> models() {
        return byClass.values().stream()
                .<EntityModel>map(entity -> entity.mapper().model())
                .toList();
    }

    /**
     * The entity of an object.
     *
     * @param entity the object
     * @return the descriptor of its class or its nearest mapped superclass
     * @throws UsageException if the class has no mapper, or is not one of this session factory's
     */
    public EntityDescriptor<?> of(Object entity) {
        return of(entity.getClass());
    }

    /**
     * The entity of a class.
     *
     * @param type the class
     * @return the descriptor of the class or its nearest mapped superclass
     * @throws UsageException if the class has no mapper, or is not one of this session factory's
     */
    public EntityDescriptor<?> of(Class<?> type) {
        EntityDescriptor<?> descriptor = byClass.get(type);
        if (descriptor == null) {
            descriptor = of(MappedClasses.of(type));
        }
        return descriptor;
    }

    /**
     * The entity of a mapped class.
     *
     * @param mapped the class
     * @return the descriptor
     * @throws UsageException if it is not one of this session factory's
     */
    public EntityDescriptor<?> of(MappedClass<?> mapped) {
        EntityDescriptor<?> descriptor = byClass.get(mapped.entityClass());
        if (descriptor == null) {
            throw new UsageException(
                    "DVT-USE-FACTORY",
                    mapped.entityClass().getName() + " is mapped, but not part of this session factory, which has "
                            + byClass.keySet().stream()
                                    .map(Class::getSimpleName)
                                    .toList()
                            + "; give SessionFactory.of the index of its compilation as well");
        }
        return descriptor;
    }
}
