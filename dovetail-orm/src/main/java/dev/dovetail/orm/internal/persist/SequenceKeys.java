package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.model.KeySource;
import dev.dovetail.schema.Sequence;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gives rows that are to be inserted the keys of sequences, with one query for as many as a step needs. */
final class SequenceKeys {

    /** Values of a sequence in one query. */
    private static final int VALUES_PER_QUERY = 50;

    private final LoadContext session;

    SequenceKeys(LoadContext session) {
        this.session = session;
    }

    void assign(EntityDescriptor<?> entity, List<InstanceState> rows) {
        for (int column = 0; column < entity.columns().size(); column++) {
            KeySource source = entity.columns().get(column).keySource();
            if (source != null && source.kind() == KeySource.Kind.SEQUENCE) {
                assign(entity, column, source, rows);
            }
        }
    }

    private void assign(EntityDescriptor<?> entity, int column, KeySource source, List<InstanceState> rows) {
        List<InstanceState> keyless =
                rows.stream().filter(state -> state.get(column) == null).toList();
        if (keyless.isEmpty()) {
            return;
        }
        long[] keys =
                session.mappings().keySources().next(source, keyless.size(), count -> fetch(entity, source, count));
        Class<?> type = entity.mapper().types().get(column).javaClass();
        for (int i = 0; i < keys.length; i++) {
            keyless.get(i).set(column, fitting(keys[i], type));
        }
    }

    private List<Long> fetch(EntityDescriptor<?> entity, KeySource source, int count) {
        Sequence sequence = session.mappings().sequence(Objects.requireNonNull(source.sequence()));
        List<Long> values = new ArrayList<>();
        while (values.size() < count) {
            Query<Long> query = Sql.select(Sql.nextValue(sequence));
            for (int i = 1; i < Math.min(VALUES_PER_QUERY, count - values.size()); i++) {
                query = query.unionAll(Sql.select(Sql.nextValue(sequence)));
            }
            values.addAll(session.connection(entity).list(query));
        }
        return values;
    }

    private static Object fitting(long key, Class<?> type) {
        if (type == Integer.class) {
            return Math.toIntExact(key);
        }
        return type == Short.class ? (Object) (short) key : (Object) key;
    }
}
