package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.query.LoadOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How entities are loaded where the mapping alone says it, and the statement that reads one by its key: made once, so that
 * such a statement also stays the same for the engine. One for each session factory; thread-safe.
 */
public final class LoadPlans {

    private final Mappings mappings;
    private final Map<EntityDescriptor<?>, LoadPlan> plans = new ConcurrentHashMap<>();
    private final Map<EntityDescriptor<?>, JoinedSelect> byKey = new ConcurrentHashMap<>();

    /**
     * Plans for the entities of a session factory.
     *
     * @param mappings the entities
     */
    public LoadPlans(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * The plan for an entity.
     *
     * @param entity the entity
     * @return the plan at the beginning of a path
     */
    public LoadPlan of(EntityDescriptor<?> entity) {
        LoadPlan known = plans.get(entity);
        return known != null ? known : plans.computeIfAbsent(entity, key -> LoadPlan.of(mappings, key, List.of()));
    }

    /**
     * The plan for an entity in a query.
     *
     * @param entity the entity
     * @param options the query's options
     * @return the plan at the beginning of a path
     */
    public LoadPlan of(EntityDescriptor<?> entity, List<? extends LoadOption<?>> options) {
        return options.isEmpty() ? of(entity) : LoadPlan.of(mappings, entity, options);
    }

    /** The statement that reads one object by its key; one parameter for each part. */
    JoinedSelect byKey(EntityDescriptor<?> entity, LoadContext session) {
        if (session.hasCriteria()) {
            return makeByKey(entity, session);
        }
        JoinedSelect known = byKey.get(entity);
        return known != null ? known : byKey.computeIfAbsent(entity, key -> makeByKey(key, session));
    }

    private JoinedSelect makeByKey(EntityDescriptor<?> entity, LoadContext session) {
        return JoinedSelect.of(
                of(entity),
                EntityStatements.restricted(
                        EntityStatements.selectByKeys(entity, entity.idColumns(), 1), entity, session),
                session);
    }
}
