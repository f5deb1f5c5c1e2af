package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.RelationshipAttribute;

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
     * Loads a relationship of all objects of a query with one more statement, by their keys. After SQLAlchemy's
     * {@code selectinload}.
     *
     * @param relationship the relationship
     * @return the option
     */
    public static LoadOption selectInLoad(RelationshipAttribute<?, ?, ?> relationship) {
        return new LoadOption(relationship);
    }
}
