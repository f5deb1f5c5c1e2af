package dev.dovetail.orm;

import dev.dovetail.orm.attribute.RelationshipAttribute;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.query.EntitySelect;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs queries for objects. */
final class QueryRunner {

    private QueryRunner() {}

    /** The statement with the session's criteria. */
    static Select<Row> statement(SessionState session, EntitySelect<?> query) {
        return EntityStatements.restricted(
                query.statement(),
                session.mappings().of(query.root().mapped()),
                query.root().source(),
                session);
    }

    static <E> List<E> list(SessionState session, EntitySelect<E> query) {
        session.checkUsable();
        EntityDescriptor<?> entity = session.mappings().of(query.root().mapped());
        session.autoflush("selecting " + entity.name());
        if (query.statement().lock() != null) {
            session.checkLocks();
        }
        List<InstanceState> found =
                session.loader.query(entity, statement(session, query), new Object[0], "selecting " + entity.name());
        Set<InstanceState> distinct = new LinkedHashSet<>(found);
        for (RelationshipAttribute<?, ?, ?> relationship : query.loads()) {
            session.holders.loadAll(distinct, relationship.end());
        }
        Class<E> type = query.root().mapped().entityClass();
        return found.stream().map(state -> type.cast(state.entity())).toList();
    }
}
