package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Sql;

/**
 * Deletes all rows of an entity for which some conditions hold, past the unit of work: no cascades but those of the database,
 * no listeners of single objects. One statement; where the rows are in several tables, one that reads their keys, and one for
 * each table. Immutable; each method gives a new statement.
 *
 * @param <E> the entity
 */
public final class EntityDelete<E> {

    private final EntityPath<E> root;
    private final Delete delete;
    private final Synchronization synchronization;

    private EntityDelete(EntityPath<E> root, Delete delete, Synchronization synchronization) {
        this.root = root;
        this.delete = delete;
        this.synchronization = synchronization;
    }

    /**
     * A delete of all objects of an entity.
     *
     * @param root the entity's path
     * @param <E> the entity
     * @return the statement
     */
    public static <E> EntityDelete<E> of(EntityPath<E> root) {
        return new EntityDelete<>(root, Sql.deleteFrom(root.mapped().table()), Synchronization.AUTO);
    }

    /**
     * Only rows for which all conditions hold.
     *
     * @param conditions the conditions, in addition to earlier ones
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final EntityDelete<E> where(Operand<Boolean>... conditions) {
        return new EntityDelete<>(root, delete.where(conditions), synchronization);
    }

    /**
     * How objects in memory follow.
     *
     * @param how the way; {@link Synchronization#AUTO} unless it is said
     * @return a new statement
     */
    public EntityDelete<E> synchronize(Synchronization how) {
        return new EntityDelete<>(root, delete, how);
    }

    /**
     * The entity's path.
     *
     * @return the path whose rows are deleted
     */
    public EntityPath<E> root() {
        return root;
    }

    /**
     * The statement.
     *
     * @return the statement
     */
    public Delete statement() {
        return delete;
    }

    /**
     * How objects in memory follow.
     *
     * @return the way
     */
    public Synchronization synchronization() {
        return synchronization;
    }
}
