package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * Changes all rows of an entity for which some conditions hold, in one statement and past the unit of work: no cascades, no
 * listeners of single objects. Immutable; each method gives a new statement.
 *
 * @param <E> the entity
 */
public final class EntityUpdate<E> {

    private final EntityPath<E> root;
    private final Update update;
    private final Synchronization synchronization;

    private EntityUpdate(EntityPath<E> root, Update update, Synchronization synchronization) {
        this.root = root;
        this.update = update;
        this.synchronization = synchronization;
    }

    /**
     * An update of all objects of an entity that sets nothing yet.
     *
     * @param root the entity's path
     * @param <E> the entity
     * @return the statement
     */
    public static <E> EntityUpdate<E> of(EntityPath<E> root) {
        return new EntityUpdate<>(root, Sql.update(root.mapped().table()), Synchronization.AUTO);
    }

    /**
     * Sets a column.
     *
     * @param attribute the column's attribute
     * @param value the value, or null for NULL
     * @param <T> the column's type
     * @return a new statement
     */
    public <T> EntityUpdate<E> set(Operand<T> attribute, @Nullable T value) {
        return new EntityUpdate<>(root, update.set(attribute, value), synchronization);
    }

    /**
     * Sets a column to what an expression gives for the row.
     *
     * @param attribute the column's attribute
     * @param value the expression
     * @param <T> the column's type
     * @return a new statement
     */
    public <T> EntityUpdate<E> set(Operand<T> attribute, Operand<T> value) {
        return new EntityUpdate<>(root, update.set(attribute, value), synchronization);
    }

    /**
     * Only rows for which all conditions hold.
     *
     * @param conditions the conditions, in addition to earlier ones
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final EntityUpdate<E> where(Operand<Boolean>... conditions) {
        return new EntityUpdate<>(root, update.where(conditions), synchronization);
    }

    /**
     * How objects in memory follow.
     *
     * @param how the way; {@link Synchronization#AUTO} unless it is said
     * @return a new statement
     */
    public EntityUpdate<E> synchronize(Synchronization how) {
        return new EntityUpdate<>(root, update, how);
    }

    /**
     * The entity's path.
     *
     * @return the path whose rows are changed
     */
    public EntityPath<E> root() {
        return root;
    }

    /**
     * The statement.
     *
     * @return the statement
     */
    public Update statement() {
        return update;
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
