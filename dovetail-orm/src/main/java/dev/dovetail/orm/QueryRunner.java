package dev.dovetail.orm;

import dev.dovetail.orm.attribute.RelationshipAttribute;
import dev.dovetail.orm.internal.load.EntitySource;
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

    static <E> List<E> list(SessionState session, EntitySelect<E> query) {
        session.checkUsable();
        EntityDescriptor<?> entity = session.mappings().of(query.root().mapped());
        session.autoflush("selecting " + entity.name());
        if (query.statement().lock() != null) {
            session.checkLocks();
        }
        Select<Row> statement = new EntitySource(entity, query.root().alias()).complete(query.statement());
        List<InstanceState> found =
                session.loader.query(entity, statement, new Object[0], "selecting " + entity.name());
        Set<InstanceState> distinct = new LinkedHashSet<>(found);
        for (RelationshipAttribute<?, ?, ?> relationship : query.loads()) {
            session.holders.loadAll(distinct, relationship.end());
        }
        Class<E> type = query.root().mapped().entityClass();
        return found.stream().map(state -> type.cast(state.entity())).toList();
    }
}
