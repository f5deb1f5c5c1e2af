package dev.dovetail.orm.internal.load;

import dev.dovetail.UsageException;
import dev.dovetail.ValueText;
import dev.dovetail.engine.Cursor;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.RowLayout;
import dev.dovetail.type.Codec;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one entity in a result: of which class each is, and where the columns of that class are. */
final class EntityRows {

    private final EntityDescriptor<?> entity;
    private final RowLayout layout;
    private final Cursor cursor;
    private final int first;
    private final RowReader own;
    private final Map<EntityDescriptor<?>, RowReader> readers = new HashMap<>(0);

    /**
     * Rows of an entity.
     *
     * @param layout the entity, and which columns the result has
     * @param cursor the result
     * @param first the index of the first of these columns in the result, from 1
     */
    EntityRows(RowLayout layout, Cursor cursor, int first) {
        this.entity = layout.entity();
        this.layout = layout;
        this.cursor = cursor;
        this.first = first;
        this.own = makeReader(entity);
    }

    /** The class of the current row: that of the object there is for it, or else what the discriminator says. */
    private EntityDescriptor<?> type(RowTarget target) throws SQLException {
        EntityKey key = entity.key((int column) -> cursor.value(index(column)));
        EntityDescriptor<?> known = key == null ? null : target.typeOf(key);
        return known != null && known.isA(entity) ? known : named();
    }

    /** A row that does not say counts as one of the entity itself. */
    private EntityDescriptor<?> named() {
        Object value = cursor.value(index(entity.discriminator()));
        EntityDescriptor<?> type = value == null ? entity : entity.withIdentity(value);
        if (type == null || !type.isA(entity) || type.identity() == null) {
            throw unknown(value);
        }
        return type;
    }

    private int index(int column) {
        return first + layout.indexes(entity)[column];
    }

    private UsageException unknown(@Nullable Object value) {
        return new UsageException(
                "DVT-ORM-DISCRIMINATOR",
                "a row that was read as " + entity.name() + " has "
                        + entity.columns().get(entity.discriminator()).name() + " = " + ValueText.of(value)
                        + ", which is the @DiscriminatorValue of no class that extends it in this session factory");
    }

    /** Makes the current row an object, or finds the object that there is for it. */
    InstanceState take(RowTarget target) throws SQLException {
        if (entity.discriminator() < 0) {
            return target.take(entity, own);
        }
        EntityDescriptor<?> type = type(target);
        return target.take(type, reader(type));
    }

    /** Whether the current row has no object, as where an outer join found none. */
    boolean isNull() throws SQLException {
        return own.isNull(entity.idColumns()[0]);
    }

    /** Reads the current row as one of a class. */
    RowReader reader(EntityDescriptor<?> type) {
        return type == entity ? own : readers.computeIfAbsent(type, this::makeReader);
    }

    private RowReader makeReader(EntityDescriptor<?> type) {
        int[] items = layout.indexes(type);
        int[] indexes = new int[items.length];
        Codec<?>[] codecs = new Codec<?>[items.length];
        for (int position = 0; position < items.length; position++) {
            if (items[position] != RowLayout.ABSENT) {
                indexes[position] = first + items[position];
                codecs[position] = cursor.codec(indexes[position]);
            }
        }
        return new RowReader(cursor.resultSet(), codecs, indexes);
    }
}
