package dev.dovetail.orm.internal.state;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.MappedClass;
import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.EntityTables;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.SecondaryModel;
import dev.dovetail.orm.mapping.model.TableModel;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

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
        mappers.forEach(this::add);
        Map<String, List<EntityMapper<?>>> inTable = new LinkedHashMap<>();
        for (EntityDescriptor<?> entity : byClass.values()) {
            inTable.computeIfAbsent(ownTable(entity).owner().className(), owner -> new ArrayList<>())
                    .add(entity.mapper());
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        inTable.forEach((owner, classes) -> {
            EntityMapper<?> first = classes.get(0);
            Table table = classes.size() == 1
                    ? first.table()
                    : EntityTables.shared(ownTable(byClass.get(first.entityClass())), classes);
            tables.put(owner, table);
            byTable.put(table, byClass.get(first.entityClass()));
        });
        byClass.values().forEach(entity -> entity.place(parts(entity, tables)));
        byClass.values().forEach(EntityDescriptor::layOut);
        Set<SchemaObject> objects = new LinkedHashSet<>();
        byClass.values().forEach(entity -> objects.addAll(entity.mapper().schemaObjects()));
        objects.addAll(tables());
        metadata = MetaData.of(objects);
        byClass.values().forEach(this::joinKeys);
        byClass.values().forEach(this::joinLinks);
    }

    /** Where only one side has a many-to-many relationship, the other has to be told of the secondary table. */
    private void joinLinks(EntityDescriptor<?> entity) {
        for (RelationshipEnd end : entity.ends()) {
            SecondaryModel secondary = end.model().secondary();
            if (secondary != null && end.inverse() == null && secondary.onDelete() == ReferentialAction.CASCADE) {
                of(end.target()).deleteFromLinks();
            }
        }
    }

    /** Adds a class after those that it extends. */
    private <E> EntityDescriptor<? super E> add(EntityMapper<E> mapper) {
        @SuppressWarnings("unchecked") // found by its class
        EntityDescriptor<E> known = (EntityDescriptor<E>) byClass.get(mapper.entityClass());
        if (known == null) {
            known = new EntityDescriptor<>(mapper, mapper.base() == null ? null : add(mapper.base()));
            byClass.put(mapper.entityClass(), known);
        }
        return known;
    }

    private static TableModel ownTable(EntityDescriptor<?> entity) {
        List<TableModel> tables = entity.mapper().model().tables();
        return tables.get(tables.size() - 1);
    }

    private static List<TablePart> parts(EntityDescriptor<?> entity, Map<String, Table> tables) {
        List<TablePart> known = entity.mapper().tables();
        List<TableModel> models = entity.mapper().model().tables();
        return IntStream.range(0, known.size())
                .mapToObj(i -> EntityTables.part(
                        models.get(i),
                        known.get(i).end(),
                        tables.get(models.get(i).owner().className())))
                .toList();
    }

    private void joinKeys(EntityDescriptor<?> child) {
        for (ForeignKeyModel model : child.mapper().model().own(EntityModel::foreignKeys)) {
            child.table().foreignKeys().stream()
                    .filter(key -> names(key.columns()).equals(model.columns()))
                    .filter(key -> metadata.referenced(key).name().equals(model.targetTable()))
                    .findFirst()
                    .ifPresent(key -> join(child, key));
        }
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
        Table referenced = metadata.referenced(key);
        EntityDescriptor<?> first = byTable.get(referenced);
        if (first == null) {
            return;
        }
        List<String> columns = names(metadata.referencedColumns(key));
        for (EntityDescriptor<?> parent : first.hierarchy()) {
            int[] positions = positions(parent, referenced, columns);
            if (IntStream.of(positions).allMatch(position -> position >= 0)) {
                EntityDescriptor.join(new ForeignKeyDescriptor(
                        key,
                        child,
                        positions(child, child.table(), names(key.columns())),
                        parent,
                        positions,
                        key.nullable()));
                return;
            }
        }
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().<String>map(Column::name).toList();
    }

    /** The primary key of a joined class's table stands for that of its hierarchy. */
    private static int[] positions(EntityDescriptor<?> entity, Table table, List<String> names) {
        TablePart part = entity.tables().stream()
                .filter(candidate -> candidate.table() == table)
                .findFirst()
                .orElseThrow();
        List<String> key = names(part.key());
        return names.stream()
                .mapToInt(name -> key.contains(name)
                        ? entity.idColumns()[key.indexOf(name)]
                        : IntStream.range(part.first(), part.end())
                                .filter(position ->
                                        entity.columns().get(position).name().equals(name))
                                .findFirst()
                                .orElse(-1))
                .toArray();
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
                .flatMap(entity -> entity.tables().stream()
                        .filter(part -> part.table().name().equalsIgnoreCase(table))
                        .flatMap(part -> entity.columns().subList(part.first(), part.end()).stream()))
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
