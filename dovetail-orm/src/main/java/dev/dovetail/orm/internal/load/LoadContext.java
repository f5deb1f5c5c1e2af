package dev.dovetail.orm.internal.load;

import dev.dovetail.engine.Connection;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.state.SessionContext;
import dev.dovetail.sql.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What loading needs of a session. */
public interface LoadContext extends SessionContext {

    /**
     * The connection to the engine that has an entity's tables.
     *
     * @param entity the entity
     * @return the connection, with a transaction begun
     */
    Connection connection(EntityDescriptor<?> entity);

    /** {@return the session's objects} */
    IdentityMap identityMap();

    /** {@return the entities} */
    Mappings mappings();

    /** {@return the number of a read that happens now; they grow} */
    long nextRead();

    /** Flushes, if the session does so before it sends a query. */
    void autoflush();

    /** {@return what is loaded with each entity, as the mapping says} */
    LoadPlans plans();

    /** {@return whether there are conditions for any entity} */
    boolean hasCriteria();

    /**
     * Conditions for whatever reads objects of an entity for the first time.
     *
     * @param entity the entity
     * @param alias its name in the statement, or null for its tables' own names
     * @return the conditions, to be added to the statement; none for objects that are read again
     */
    List<Operand<Boolean>> criteria(EntityDescriptor<?> entity, @Nullable String alias);

    /**
     * An object was made from a row.
     *
     * @param state the object
     */
    void loaded(InstanceState state);

    /** {@return how many objects' holders one touch fills at most, 1 for that of the touched object only} */
    int siblingsLoadedTogether();

    /** {@return how many statements of one line for one relationship are too many, 0 for no number} */
    int lazyLoadAlarm();

    /** {@return why the flush runs that runs now, empty if it was asked for} */
    List<String> flushCauses();

    /**
     * Tells the application about something doubtful.
     *
     * @param message what, and what to do
     */
    void warn(String message);
}
