package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.RelationshipAttribute;

/** The entry points for queries, meant for {@code import static}. */
public final class Queries {

    private Queries() {}

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
