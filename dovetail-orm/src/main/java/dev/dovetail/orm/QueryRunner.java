package dev.dovetail.orm;

import dev.dovetail.orm.internal.load.LoadPlan;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.query.EntitySelect;
import java.util.List;

/** Runs queries for objects. */
final class QueryRunner {

    private QueryRunner() {}

    static <E> List<E> list(SessionState session, EntitySelect<E> query) {
        session.checkUsable();
        EntityDescriptor<?> entity = session.mappings().of(query.root().mapped());
        session.autoflush("selecting " + entity.name());
        if (query.statement().lock() != null) {
            session.checkLocks();
        }
        LoadPlan plan = LoadPlan.of(session.mappings(), entity, query.options());
        String purpose = "selecting " + entity.name();
        List<InstanceState> found = query.populatesExisting()
                ? session.graphs.populate(plan, query.statement(), purpose)
                : session.graphs.query(plan, query.statement(), new Object[0], purpose);
        Class<E> type = query.root().mapped().entityClass();
        return found.stream().map(state -> type.cast(state.entity())).toList();
    }
}
