package dev.dovetail.orm;

import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.load.Purpose;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.query.EntitySelect;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the object of a row by its key: in memory, or by one SELECT. */
final class KeyLookup {

    private final SessionState session;

    KeyLookup(SessionState session) {
        this.session = session;
    }

    <E> @Nullable E find(Class<E> type, Object... id) {
        EntityDescriptor<?> entity = session.mappings().of(type);
        InstanceState found = find(entity, Keys.of(entity, id));
        return found == null ? null : type.cast(found.entity());
    }

    /** By a query, restricted to the key; memory answers only for one that says no more than what is to be loaded. */
    <E> @Nullable E find(EntitySelect<E> query, Object... id) {
        EntityDescriptor<?> entity = session.mappings().of(query.root().mapped());
        EntityKey key = Keys.of(entity, id);
        if (session.identityMap.get(key) != null && leavesMemoryAlone(query)) {
            return find(query.root().mapped().entityClass(), id);
        }
        EntitySource source = new EntitySource(entity, query.root().alias());
        EntitySelect<E> restricted = query;
        for (int i = 0; i < key.values().size(); i++) {
            restricted = restricted.where(
                    equal(source.column(entity.idColumns()[i]), key.values().get(i)));
        }
        List<E> found = QueryRunner.list(session, restricted);
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean leavesMemoryAlone(EntitySelect<?> query) {
        boolean usual =
                query.keeping() == EntitySelect.Keeping.USUAL || query.keeping() == EntitySelect.Keeping.MANAGED;
        return usual
                && query.statement().lock() == null
                && query.statement().where().isEmpty()
                && query.statement().from().equals(List.of(query.root().source()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the key's values are of the columns' types
    private static Operand<Boolean> equal(ColumnRef column, Object value) {
        return column.eq(value);
    }

    private @Nullable InstanceState find(EntityDescriptor<?> entity, EntityKey key) {
        InstanceState known = session.identityMap.get(key);
        if (known != null && !known.type().isA(entity)) {
            return null;
        }
        if (known != null && !known.stale()) {
            return known;
        }
        session.autoflush(new Purpose("reading", key));
        if (known == null) {
            return session.graphs.byKey(entity, key);
        }
        try {
            session.loader.reread(List.of(known));
            return known;
        } catch (ObjectDeletedException e) {
            session.membership.forget(known);
            return null;
        }
    }
}
