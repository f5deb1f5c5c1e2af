package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What finding the changes needs of a session. */
public interface FlushSource {

    /**
     * Whether somebody wants to hear of each delete of an object of a class, so that no statement may delete several.
     *
     * @param entityClass the class
     * @return true if there is a listener
     */
    boolean hearsDeletes(Class<?> entityClass);

    /** {@return the objects that have a row} */
    Collection<InstanceState> persistent();

    /** {@return the objects that wait for their INSERT, in the order in which they were added} */
    Collection<InstanceState> pending();

    /** {@return the objects that are to be deleted} */
    Collection<InstanceState> doomed();

    /**
     * The state of an object that is in this session.
     *
     * @param entity the object
     * @return its state, or null if it is not in this session
     */
    @Nullable
    InstanceState member(Object entity);

    /**
     * Marks an object, and what the delete cascade reaches from it, for deletion.
     *
     * @param state the object
     * @param causes why
     */
    void doom(InstanceState state, List<String> causes);

    /**
     * What is deleted with the doomed objects without being loaded. Children that cannot go that way any more are loaded and
     * doomed by this.
     *
     * @return the rows
     */
    List<SetDelete> setDeletes();

    /**
     * Why an object is to be deleted.
     *
     * @param state the object
     * @return the causes, the nearest first
     */
    List<String> causes(InstanceState state);

    /**
     * The rows on the other side of a relationship, read if need be.
     *
     * @param state the object
     * @param end the relationship
     * @return the objects there
     */
    List<InstanceState> children(InstanceState state, RelationshipEnd end);

    /**
     * The object that a row's foreign key refers to, as last known, read if need be.
     *
     * @param state the referring object, which has a row
     * @param end the relationship to the referenced one
     * @return the object, or null if there is none
     */
    @Nullable
    InstanceState referenced(InstanceState state, RelationshipEnd end);

    /**
     * Reads stale objects again, one statement for each class.
     *
     * @param states the objects
     */
    void reread(Collection<InstanceState> states);

    /** {@return whether the database deletes a row that refers to itself} */
    boolean deletesSelfReferences();

    /**
     * Tells the application about something doubtful.
     *
     * @param message what, and what to do
     */
    void warn(String message);
}
