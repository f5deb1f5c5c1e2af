package dev.dovetail.orm.query;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.RelationshipAttribute;
import dev.dovetail.orm.attribute.WriteOnly;
import dev.dovetail.orm.mapping.Loading;
import java.util.List;

/** The entry points for queries, meant for {@code import static}. */
public final class Queries {

    private Queries() {}

    /**
     * Changes rows of an entity in one statement, for {@code Session.execute}.
     *
     * @param entity the entity's path, for instance {@code PARENT}
     * @param <E> the entity
     * @return the statement
     */
    public static <E> EntityUpdate<E> update(EntityPath<E> entity) {
        return EntityUpdate.of(entity);
    }

    /**
     * Deletes rows of an entity in one statement, for {@code Session.execute}.
     *
     * @param entity the entity's path, for instance {@code PARENT}
     * @param <E> the entity
     * @return the statement
     */
    public static <E> EntityDelete<E> deleteFrom(EntityPath<E> entity) {
        return EntityDelete.of(entity);
    }

    /**
     * Selects the objects of an entity.
     *
     * @param entity the entity's path, for instance {@code PARENT}
     * @param <E> the entity
     * @return the query
     */
    public static <E> EntitySelect<E> select(EntityPath<E> entity) {
        return EntitySelect.of(entity);
    }

    /**
     * Selects what a holder has that is never loaded: {@code select(device.readings, READING).where(…)}.
     *
     * @param holder the holder
     * @param entity the path of the other side
     * @param <E> the entity on the other side
     * @return the query
     * @throws dev.dovetail.UsageException if the key of the holder's owner is not known yet
     */
    public static <E> EntitySelect<E> select(WriteOnly<E> holder, EntityPath<E> entity) {
        return EntitySelect.of(entity).where(holder.has(entity));
    }

    /**
     * Loads a relationship with the objects of a query by a LEFT JOIN in the same statement. After SQLAlchemy's
     * {@code joinedload}. A query with a limit is put into a subquery first where a collection is joined; a query that
     * locks rows, or that is streamed, loads by one more statement instead.
     *
     * @param relationship the relationship
     * @param <E> the entity that has it
     * @param <T> the entity on the other side
     * @return the option
     */
    public static <E, T> RelationshipLoad<E, T> joinedLoad(RelationshipAttribute<E, T, ?> relationship) {
        return load(relationship, Loading.JOINED);
    }

    /**
     * Loads a relationship of all objects of a query with one more statement, by their keys. After SQLAlchemy's
     * {@code selectinload}.
     *
     * @param relationship the relationship
     * @param <E> the entity that has it
     * @param <T> the entity on the other side
     * @return the option
     */
    public static <E, T> RelationshipLoad<E, T> selectInLoad(RelationshipAttribute<E, T, ?> relationship) {
        return load(relationship, Loading.SELECT_IN);
    }

    /**
     * Loads a relationship when its holder is touched, whatever the mapping says. After SQLAlchemy's {@code lazyload}.
     *
     * @param relationship the relationship
     * @param <E> the entity that has it
     * @param <T> the entity on the other side
     * @return the option
     */
    public static <E, T> RelationshipLoad<E, T> lazyLoad(RelationshipAttribute<E, T, ?> relationship) {
        return load(relationship, Loading.LAZY);
    }

    /**
     * Refuses to load a relationship when its holder is touched. After SQLAlchemy's {@code raiseload}.
     *
     * @param relationship the relationship
     * @param <E> the entity that has it
     * @param <T> the entity on the other side
     * @return the option
     */
    public static <E, T> RelationshipLoad<E, T> raiseLoad(RelationshipAttribute<E, T, ?> relationship) {
        return load(relationship, Loading.RAISE);
    }

    /**
     * Refuses to send SQL for a relationship when its holder is touched; what the session has in memory is given.
     *
     * @param relationship the relationship
     * @param <E> the entity that has it
     * @param <T> the entity on the other side
     * @return the option
     */
    public static <E, T> RelationshipLoad<E, T> raiseLoadOnSql(RelationshipAttribute<E, T, ?> relationship) {
        return load(relationship, Loading.RAISE_ON_SQL);
    }

    /**
     * Refuses to load all relationships that no other option names, of the objects of the query and of all that is
     * reached from them. After SQLAlchemy's {@code raiseload("*")}.
     *
     * @param <E> the entity
     * @return the option
     */
    public static <E> LoadOption<E> raiseOthers() {
        return new OtherLoads<>(Loading.RAISE);
    }

    /**
     * Loads all relationships that no other option names when their holders are touched, whatever the mapping says.
     *
     * @param <E> the entity
     * @return the option
     */
    public static <E> LoadOption<E> lazyOthers() {
        return new OtherLoads<>(Loading.LAZY);
    }

    /**
     * Fills a relationship from the query's own join of it: {@code select(PARENT).leftJoin(PARENT.children).options(
     * containsEager(PARENT.children))}. A condition of the query then also chooses what the holder gets. After
     * SQLAlchemy's {@code contains_eager}.
     *
     * @param relationship the relationship, joined under its table's own name
     * @param <E> the entity that has it
     * @param <T> the entity on the other side
     * @return the option
     */
    public static <E, T> RelationshipLoad<E, T> containsEager(RelationshipAttribute<E, T, ?> relationship) {
        return containsEager(relationship, relationship.targetPath());
    }

    /**
     * Fills a relationship from the query's own join of it under an alias.
     *
     * @param relationship the relationship
     * @param source the other side as the query has joined it
     * @param <E> the entity that has it
     * @param <T> the entity on the other side
     * @return the option
     */
    public static <E, T> RelationshipLoad<E, T> containsEager(
            RelationshipAttribute<E, T, ?> relationship, EntityPath<T> source) {
        return new RelationshipLoad<>(relationship, Loading.JOINED, source, List.of());
    }

    /**
     * Reads columns whose fields are {@code Deferred} with their rows, in the same statement. After SQLAlchemy's
     * {@code undefer}.
     *
     * @param columns the columns
     * @param <E> the entity that has them
     * @return the option
     * @throws UsageException if one of them is a plain field, which is always read
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> LoadOption<E> undefer(Attribute<E, ?>... columns) {
        return deferred(false, columns);
    }

    /**
     * Refuses to load columns whose fields are {@code Deferred} when they are touched. What was said last of a column counts.
     * After SQLAlchemy's {@code defer(raiseload=True)}.
     *
     * @param columns the columns; none for all of the entity's
     * @param <E> the entity that has them
     * @return the option
     * @throws UsageException if one of them is a plain field, which is always read
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> LoadOption<E> raiseDeferred(Attribute<E, ?>... columns) {
        return deferred(true, columns);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static <E> LoadOption<E> deferred(boolean refused, Attribute<E, ?>... columns) {
        for (Attribute<E, ?> column : columns) {
            if (!column.path()
                    .mapped()
                    .model()
                    .columnOrAttribute(column.name())
                    .orElseThrow()
                    .deferred()) {
                throw new UsageException(
                        "DVT-USE-ATTRIBUTE", column + " is no Deferred: it is read with its row in any case");
            }
        }
        return new DeferredLoad<>(List.of(columns), refused);
    }

    private static <E, T> RelationshipLoad<E, T> load(RelationshipAttribute<E, T, ?> relationship, Loading loading) {
        return new RelationshipLoad<>(relationship, loading, null, List.of());
    }
}
