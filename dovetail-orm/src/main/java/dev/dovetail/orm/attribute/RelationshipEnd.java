package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.Link;
import dev.dovetail.orm.mapping.model.MappingModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.SecondaryTable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A relationship seen from one side, at run time: who it joins, by which columns, and which holder mirrors it. It resolves
 * the other class at its first use, so that loading one entity class does not load all that it is related to.
 */
public final class RelationshipEnd {

    private final MappedClass<?> owner;
    private final int position;
    private final RelationshipModel model;
    private final SingleParents singleParents;
    private volatile @Nullable Joined joined;

    RelationshipEnd(MappedClass<?> owner, int position) {
        this.owner = owner;
        this.position = position;
        this.model = owner.model().relationships().get(position);
        this.singleParents = model.singleParent() ? SingleParents.noted() : SingleParents.UNCHECKED;
    }

    /**
     * The relationships of a class.
     *
     * @param mapped the class
     * @return one end for each relationship, in the model's order
     */
    public static List<RelationshipEnd> of(MappedClass<?> mapped) {
        return List.of(MappedClasses.ends(mapped));
    }

    /**
     * The side this is.
     *
     * @return the class that declares the relationship
     */
    public MappedClass<?> owner() {
        return owner;
    }

    /**
     * The relationship's position in its class's model.
     *
     * @return the position
     */
    public int position() {
        return position;
    }

    /**
     * The declaration.
     *
     * @return the model
     */
    public RelationshipModel model() {
        return model;
    }

    /**
     * What messages call the relationship.
     *
     * @return for instance {@code Parent.children}
     */
    public String label() {
        return owner.model().simpleName() + "." + model.name();
    }

    /**
     * Whether a cascade travels along the relationship.
     *
     * @param cascade the cascade
     * @return true if it does
     */
    public boolean cascades(Cascade cascade) {
        return model.cascade().contains(cascade);
    }

    /**
     * Whether the foreign key is written by an UPDATE of its own.
     *
     * @return true if this side or the other one says so
     */
    public boolean postUpdate() {
        RelationshipEnd inverse = inverse();
        return model.postUpdate() || inverse != null && inverse.model.postUpdate();
    }

    /**
     * The other side.
     *
     * @return the class
     */
    public MappedClass<?> target() {
        return joined().target;
    }

    /**
     * The relationship joined to its foreign key.
     *
     * @return the link
     */
    public Link link() {
        return joined().link;
    }

    SingleParents singleParents() {
        return singleParents;
    }

    /**
     * Whether this side's table has the foreign key.
     *
     * @return true if an object here has at most one on the other side
     */
    public boolean toParent() {
        return joined().link.direction() == Link.Direction.TO_PARENT;
    }

    /**
     * Whether the other side's table has the foreign key.
     *
     * @return true if an object there has at most one on this side
     */
    public boolean toChildren() {
        return joined().link.direction() == Link.Direction.TO_CHILDREN;
    }

    /**
     * The table between the two sides of a many-to-many relationship.
     *
     * @return the secondary table, or null where one of the two sides has the foreign key
     */
    public @Nullable LinkTable linkTable() {
        return joined().linkTable;
    }

    /**
     * The class whose table has the foreign key.
     *
     * @return the referring class
     */
    public MappedClass<?> child() {
        return toParent() ? owner : target();
    }

    /**
     * The class that the foreign key refers to.
     *
     * @return the referenced class
     */
    public MappedClass<?> parent() {
        return toParent() ? target() : owner;
    }

    /**
     * The foreign key's columns.
     *
     * @return positions in the child's model; not to be changed
     */
    public int[] childColumns() {
        return sides().childColumns;
    }

    /**
     * The referenced columns.
     *
     * @return positions in the parent's model, in the order of {@link #childColumns()}; not to be changed
     */
    public int[] parentColumns() {
        return sides().parentColumns;
    }

    /**
     * The foreign key's columns that are set to NULL when there is nothing to refer to any more: those that no other foreign
     * key needs; all, where there are none or they cannot be NULL.
     *
     * @return positions in the child's model; not to be changed
     */
    public int[] nulledColumns() {
        return sides().nulledColumns;
    }

    /** What one side has and the other refers to; neither, where a secondary table is between them. */
    private Joined sides() {
        Joined joined = joined();
        if (joined.linkTable != null) {
            throw new IllegalStateException(label() + " is many-to-many: its keys are in "
                    + joined.linkTable.table().name());
        }
        return joined;
    }

    /**
     * This end's holder of an object.
     *
     * @param entity an object of the owner's class
     * @return the holder
     */
    public Holder<?> holder(Object entity) {
        return holder(owner, entity, position);
    }

    /**
     * The other side as an end of its own.
     *
     * @return the mirroring relationship, or null if only this side knows it
     */
    public @Nullable RelationshipEnd inverse() {
        Joined joined = joined();
        return joined.inverse < 0 ? null : MappedClasses.ends(joined.target)[joined.inverse];
    }

    /**
     * Copies the referenced key into the foreign key, as far as both can be: a key that is not known yet is left to the
     * flush, and a NULL is not written into a primitive field or into a primary key.
     *
     * @param childEntity the referring object
     * @param parentEntity the referenced object, or null
     */
    public void copyKey(Object childEntity, @Nullable Object parentEntity) {
        int[] childColumns = childColumns();
        Object[] key = parentEntity == null ? null : key(parentEntity);
        if (parentEntity != null && key == null) {
            return;
        }
        if (key != null) {
            write(child(), childEntity, childColumns, key);
            return;
        }
        EntityModel childModel = child().model();
        int[] nulled = Arrays.stream(nulledColumns())
                .filter(column -> !childModel.columns().get(column).id()
                        && !childModel.columns().get(column).type().primitive())
                .toArray();
        write(child(), childEntity, nulled, new Object[nulled.length]);
    }

    /**
     * The values that a foreign key to this object has.
     *
     * @param parentEntity the referenced object
     * @return the values, or null while one of them is not known
     */
    public Object @Nullable [] key(Object parentEntity) {
        return values(parent(), parentEntity, parentColumns());
    }

    /**
     * The values of the foreign key.
     *
     * @param childEntity the referring object
     * @return the values, or null if one of them is
     */
    public Object @Nullable [] foreignKey(Object childEntity) {
        return values(child(), childEntity, childColumns());
    }

    static <E> Object @Nullable [] values(MappedClass<E> mapped, Object entity, int[] columns) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Object value = mapped.get(mapped.entityClass().cast(entity), columns[i]);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    private static <E> void write(MappedClass<E> mapped, Object entity, int[] columns, @Nullable Object[] values) {
        mapped.set(mapped.entityClass().cast(entity), columns, values);
    }

    private static <E> Holder<?> holder(MappedClass<E> mapped, Object entity, int position) {
        return mapped.holder(mapped.entityClass().cast(entity), position);
    }

    private Joined joined() {
        Joined known = joined;
        if (known == null) {
            known = join();
            joined = known;
        }
        return known;
    }

    private Joined join() {
        Class<?> targetClass;
        try {
            targetClass = Class.forName(
                    model.targetEntity(), false, owner.entityClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UsageException(
                    "DVT-USE-MISSING-CLASS",
                    label() + " relates to " + model.targetEntity() + ", which cannot be loaded",
                    e);
        }
        MappedClass<?> target = MappedClasses.of(targetClass);
        List<EntityModel> models = target == owner ? List.of(owner.model()) : List.of(owner.model(), target.model());
        Link link = MappingModel.of(models).link(owner.model(), model);
        if (link.secondary() != null) {
            return joinThrough(link.secondary(), link, target);
        }
        MappedClass<?> child = link.direction() == Link.Direction.TO_PARENT ? owner : target;
        MappedClass<?> parent = link.direction() == Link.Direction.TO_PARENT ? target : owner;
        List<String> referenced = link.foreignKey().targetColumns();
        int[] parentColumns = referenced.isEmpty() ? primaryKey(parent.model()) : positions(parent.model(), referenced);
        int inverse = link.inverse() == null ? -1 : relationship(target.model(), link.inverse());
        return new Joined(
                target,
                link,
                positions(child.model(), link.foreignKey().columns()),
                positions(child.model(), nulledColumns(child.model(), link.foreignKey())),
                parentColumns,
                inverse,
                null);
    }

    /** Both sides share the table that one of them declares. */
    private Joined joinThrough(SecondaryTable secondary, Link link, MappedClass<?> target) {
        int inverse = link.inverse() == null ? -1 : relationship(target.model(), link.inverse());
        LinkTable table = model.secondary() != null
                ? LinkTable.of(owner, target, secondary)
                : Objects.requireNonNull(MappedClasses.ends(target)[inverse].linkTable())
                        .reversed();
        return new Joined(target, link, new int[0], new int[0], new int[0], inverse, table);
    }

    private static List<String> nulledColumns(EntityModel child, ForeignKeyModel key) {
        List<String> own = key.columns().stream()
                .filter(column -> child.foreignKeys().stream()
                        .noneMatch(
                                other -> !other.equals(key) && other.columns().contains(column)))
                .toList();
        boolean enough = !own.isEmpty()
                && own.stream()
                        .flatMap(column -> child.column(column).stream())
                        .allMatch(column -> column.nullable() && !column.type().primitive());
        return enough ? own : key.columns();
    }

    private static int[] positions(EntityModel model, List<String> names) {
        return names.stream().mapToInt(name -> position(model, name)).toArray();
    }

    private static int position(EntityModel model, String column) {
        for (int i = 0; i < model.columns().size(); i++) {
            if (model.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        throw new UsageException("DVT-USE-MAPPING", model.className() + " has no column " + column);
    }

    private static int[] primaryKey(EntityModel model) {
        return positions(
                model, model.primaryKey().stream().map(column -> column.name()).toList());
    }

    private static int relationship(EntityModel model, String name) {
        for (int i = 0; i < model.relationships().size(); i++) {
            if (model.relationships().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new UsageException("DVT-USE-MAPPING", model.className() + " has no relationship " + name);
    }

    private record Joined(
            MappedClass<?> target,
            Link link,
            int[] childColumns,
            int[] nulledColumns,
            int[] parentColumns,
            int inverse,
            @Nullable LinkTable linkTable) {}
}
