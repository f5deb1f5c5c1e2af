package dev.dovetail.orm;

import dev.dovetail.orm.internal.load.EntityBatches;
import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.load.LoadPlan;
import dev.dovetail.orm.internal.load.ProjectionLoader;
import dev.dovetail.orm.internal.load.Purpose;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.query.EntitySelect;
import dev.dovetail.orm.query.ProjectedSelect;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs queries for objects. */
final class QueryRunner {

    private static final Object[] NO_ARGUMENTS = {};

    private QueryRunner() {}

    /** The statement with the columns of subclasses, restricted to the entity's own rows and by the session's criteria. */
    static Select<Row> statement(SessionState session, EntitySelect<?> query) {
        return statement(session, query, plan(session, query));
    }

    private static Select<Row> statement(SessionState session, EntitySelect<?> query, LoadPlan plan) {
        EntityDescriptor<?> entity = plan.entity();
        String alias = query.root().alias();
        return EntityStatements.restricted(
                new EntitySource(entity, alias, plan.layout()).complete(query.statement(), session),
                entity,
                alias,
                session);
    }

    static <E> List<E> list(SessionState session, EntitySelect<E> query) {
        EntityDescriptor<?> entity = begin(session, query);
        LoadPlan plan = plan(session, query);
        Select<?> statement = statement(session, query, plan);
        List<InstanceState> found = switch (query.keeping()) {
            case USUAL, MANAGED ->
                statement.lock() == null
                        ? session.graphs.query(plan, statement, NO_ARGUMENTS, purpose(entity))
                        : session.graphs.locked(plan, statement, purpose(entity));
            case OVERWRITING -> session.graphs.populate(plan, statement, purpose(entity));
            case READ_ONLY -> session.graphs.detached(plan, statement, purpose(entity));
        };
        Class<E> type = query.root().mapped().entityClass();
        List<E> objects = new ArrayList<>(found.size());
        for (InstanceState state : found) {
            objects.add(type.cast(state.entity()));
        }
        return Collections.unmodifiableList(objects);
    }

    static <E> Stream<E> stream(SessionState session, EntitySelect<E> query) {
        EntityDescriptor<?> entity = begin(session, query);
        LoadPlan plan = plan(session, query);
        boolean kept = query.keeping() == EntitySelect.Keeping.MANAGED;
        EntityBatches batches = session.graphs.stream(plan, statement(session, query, plan), purpose(entity), kept);
        return EntityStream.of(session, batches, query.root().mapped().entityClass());
    }

    static <R extends @Nullable Object> List<R> list(SessionState session, ProjectedSelect<?, R> projected) {
        EntityDescriptor<?> entity = begin(session, projected.query());
        EntitySource source = new EntitySource(entity, projected.query().root().alias());
        return new ProjectionLoader(session)
                .list(source, statement(session, projected.query()), projected.projection());
    }

    private static LoadPlan plan(SessionState session, EntitySelect<?> query) {
        return session.plans().of(session.mappings().of(query.root().mapped()), query.options());
    }

    private static EntityDescriptor<?> begin(SessionState session, EntitySelect<?> query) {
        session.checkUsable();
        EntityDescriptor<?> entity = session.mappings().of(query.root().mapped());
        session.autoflush(purpose(entity));
        if (query.statement().lock() != null) {
            session.checkLocks();
        }
        return entity;
    }

    private static Purpose purpose(EntityDescriptor<?> entity) {
        return new Purpose("selecting", entity.name());
    }
}
