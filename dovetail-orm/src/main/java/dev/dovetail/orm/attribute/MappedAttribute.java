package dev.dovetail.orm.attribute;

/**
 * A field or a holder of an entity, by name.
 *
 * @param <E> the entity
 */
public interface MappedAttribute<E> {

    /**
     * The entity that the attribute is of.
     *
     * @return the path
     */
    EntityPath<E> path();

    /**
     * The name of the field or holder.
     *
     * @return the name
     */
    String name();
}
