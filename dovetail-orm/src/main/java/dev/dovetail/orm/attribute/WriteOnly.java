package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import dev.dovetail.sql.Expression;
import java.util.Collection;
import java.util.List;

/**
 * Holds the objects on the other side of a relationship that has too many of them to be loaded: it takes and gives away,
 * and never loads. What is in it is asked with a query, {@code Queries.select(device.readings, READING)}. After
 * SQLAlchemy's {@code lazy="write_only"}.
 *
 * <p>What was added stays in memory until the flush only. Deleting the owner finds the other side by a query where a rule
 * or a cascade demands it.
 *
 * @param <T> the class on the other side
 */
public final class WriteOnly<T> implements HolderOfMany<T> {

    final Members<T> members;

    /**
     * A holder for a final field of its owner.
     *
     * @param owner the object whose field it is: {@code new WriteOnly<>(this)}
     */
    public WriteOnly(Object owner) {
        this.members = new Members<>(owner, this) {
            @Override
            boolean unseen() {
                return true;
            }

            @Override
            boolean eachOnce() {
                return true;
            }

            @Override
            void open() {
                throw new UsageException(
                        "DVT-USE-WRITE-ONLY",
                        end().label() + " is never loaded; ask for what it has with a query, select(holder, path)");
            }
        };
    }

    /**
     * Adds an object. Sends no SQL.
     *
     * @param element the object
     */
    public void add(T element) {
        members.add(element);
    }

    /**
     * Adds several objects. Sends no SQL.
     *
     * @param elements the objects
     */
    public void addAll(Collection<? extends T> elements) {
        List.copyOf(elements).forEach(this::add);
    }

    /**
     * Removes an object, without looking whether it is there. Sends no SQL.
     *
     * @param element the object
     */
    public void remove(T element) {
        members.drop(element);
    }

    /**
     * That a row of the other side belongs here, for a query.
     *
     * @param path the other side
     * @return the condition
     * @throws UsageException if the owner's key is not known yet
     */
    public Expression<Boolean> has(EntityPath<T> path) {
        return RelatedConditions.of(members.end(), members.owner(), path);
    }

    /**
     * Never.
     *
     * @return false
     */
    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public String toString() {
        return "WriteOnly";
    }
}
