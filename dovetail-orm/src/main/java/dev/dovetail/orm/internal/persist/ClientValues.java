package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.KeySources;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnModel.Trait;
import dev.dovetail.orm.mapping.model.KeySource;
import dev.dovetail.type.Type;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values that the application's side gives a row by itself: client defaults, creation and update times, versions. */
final class ClientValues {

    private final Clock clock;
    private final KeySources keySources;

    private @Nullable EntityDescriptor<?> entity;
    /** The columns of the last row's class that may get a value at an INSERT, and those at an UPDATE. */
    private int[] filled = {};

    private int[] touched = {};

    ClientValues(Clock clock, KeySources keySources) {
        this.clock = clock;
        this.keySources = keySources;
    }

    void beforeInsert(InstanceState state) {
        EntityDescriptor<?> type = state.type();
        if (type.identity() != null && state.get(type.discriminator()) == null) {
            state.set(type.discriminator(), type.identity());
        }
        if (type.versioned()) {
            state.set(type.version(), count(type, 1));
        }
        look(type);
        for (int column : filled) {
            ColumnModel model = type.columns().get(column);
            if (state.get(column) == null) {
                if (state.nullGiven(column) || state.assigned().has(column)) {
                    continue;
                }
                if (model.clientDefault() != null) {
                    state.set(column, type.mapper().clientDefault(column));
                } else if (model.keySource() != null && model.keySource().sequence() == null) {
                    state.set(column, uuid(model.keySource()));
                } else if (model.traits().contains(Trait.CREATED)
                        || model.traits().contains(Trait.UPDATED)) {
                    state.set(column, now(type.mapper().types().get(column)));
                } else if (model.deferred() && !model.hasServerValue()) {
                    state.set(column, null); // what nobody has set is known to be NULL from now on
                }
            }
        }
    }

    private void look(EntityDescriptor<?> type) {
        if (type == entity) {
            return;
        }
        entity = type;
        List<ColumnModel> columns = type.columns();
        filled = IntStream.range(0, columns.size())
                .filter(column -> fills(columns.get(column)))
                .toArray();
        touched = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).traits().contains(Trait.UPDATED))
                .toArray();
    }

    private static boolean fills(ColumnModel model) {
        KeySource source = model.keySource();
        return model.clientDefault() != null
                || source != null && source.sequence() == null
                || model.traits().contains(Trait.CREATED)
                || model.traits().contains(Trait.UPDATED)
                || model.deferred() && !model.hasServerValue();
    }

    private UUID uuid(KeySource source) {
        return source.kind() == KeySource.Kind.TIME_UUID ? keySources.timeOrdered(clock) : UUID.randomUUID();
    }

    /** Whether an UPDATE of a row writes more than what has changed. */
    boolean writesMore(InstanceState state) {
        look(state.type());
        return touched.length > 0 || state.type().versioned();
    }

    void beforeUpdate(InstanceState state) {
        EntityDescriptor<?> type = state.type();
        look(type);
        for (int column : touched) {
            if (!state.changed(column) && !state.assigned().has(column)) {
                state.set(column, now(type.mapper().types().get(column)));
            }
        }
    }

    /** Counts a row's version on, unless the application has set it. */
    void countVersion(InstanceState state) {
        EntityDescriptor<?> type = state.type();
        if (type.versioned() && !state.changed(type.version())) {
            Number known = (Number) state.known().value(type.version());
            state.set(type.version(), count(type, known == null ? 1 : known.longValue() + 1));
        }
    }

    private static Object count(EntityDescriptor<?> type, long version) {
        Class<?> counter = type.mapper().types().get(type.version()).javaClass();
        return counter == Long.class ? (Object) version : (Object) Math.toIntExact(version);
    }

    <T> @Nullable Object now(Type<T> type) {
        Object now;
        if (type.javaClass() == Instant.class) {
            now = Instant.now(clock);
        } else if (type.javaClass() == OffsetDateTime.class) {
            now = OffsetDateTime.now(clock);
        } else {
            now = LocalDateTime.now(clock);
        }
        return type.atPrecision(type.javaClass().cast(now));
    }
}
