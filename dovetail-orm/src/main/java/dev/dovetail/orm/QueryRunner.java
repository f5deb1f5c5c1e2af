package dev.dovetail.orm;

import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.load.LoadPlan;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.query.EntitySelect;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import java.util.List;

/** Runs queries for objects. */
final class QueryRunner {

    private QueryRunner() {}

    /** The statement with the columns of subclasses, restricted to the entity's own rows and by the session's criteria. */
    static Select<Row> statement(SessionState session, EntitySelect<?> query) {
        EntityDescriptor<?> entity = session.mappings().of(query.root().mapped());
        String alias = query.root().alias();
        return EntityStatements.restricted(
                new EntitySource(entity, alias).complete(query.statement()), entity, alias, session);
    }

    static <E> List<E> list(SessionState session, EntitySelect<E> query) {
        session.checkUsable();
        EntityDescriptor<?> entity = session.mappings().of(query.root().mapped());
        session.autoflush("selecting " + entity.name());
        if (query.statement().lock() != null) {
            session.checkLocks();
        }
        LoadPlan plan = LoadPlan.of(session.mappings(), entity, query.options());
        Select<Row> statement = statement(session, query);
        String purpose = "selecting " + entity.name();
        List<InstanceState> found = query.populatesExisting()
                ? session.graphs.populate(plan, statement, purpose)
                : session.graphs.query(plan, statement, new Object[0], purpose);
        Class<E> type = query.root().mapped().entityClass();
        return found.stream().map(state -> type.cast(state.entity())).toList();
    }
}
