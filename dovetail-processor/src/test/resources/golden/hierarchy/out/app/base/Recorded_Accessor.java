package app.base;

import static dev.dovetail.type.Types.INSTANT;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.Accessor;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes the fields of {@link Recorded}. Written by Dovetail's processor. */
public final class Recorded_Accessor extends Accessor<Recorded> {

    private static final VarHandle CREATED_AT_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Recorded.class, "createdAt", Instant.class);

    /** The only instance. */
    public static final Recorded_Accessor INSTANCE = new Recorded_Accessor();

    private Recorded_Accessor() {}

    @Override
    public @Nullable Object get(Recorded recorded, int column) {
        return switch (column) {
            case 0 -> (Instant) CREATED_AT_FIELD.get(recorded);
            case 1 -> recorded.note;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Recorded recorded, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> CREATED_AT_FIELD.set(recorded, (Instant) value);
            case 1 -> recorded.note = (String) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Recorded recorded, int relationship) {
        throw noRelationship(relationship);
    }

    @Override
    public Snapshot<Recorded> snapshot() {
        return new State();
    }

    /** The column values of one {@link Recorded} as the database last had them. */
    private static final class State extends Snapshot<Recorded> {

        private @Nullable Instant createdAt;
        private @Nullable String note;

        @Override
        public boolean differs(Recorded recorded) {
            return !INSTANT.same(createdAt, (Instant) CREATED_AT_FIELD.get(recorded))
                    || !Objects.equals(note, recorded.note);
        }

        @Override
        public boolean differs(Recorded recorded, int column) {
            return switch (column) {
                case 0 -> !INSTANT.same(createdAt, (Instant) CREATED_AT_FIELD.get(recorded));
                case 1 -> !Objects.equals(note, recorded.note);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            createdAt = row.value(0, Instant.class);
            note = row.string(1);
        }

        @Override
        public void take(Recorded recorded, int column) {
            switch (column) {
                case 0 -> createdAt = (Instant) CREATED_AT_FIELD.get(recorded);
                case 1 -> note = recorded.note;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Recorded recorded) {
            CREATED_AT_FIELD.set(recorded, createdAt);
            recorded.note = note;
        }

        @Override
        public void restore(Recorded recorded, int column) {
            switch (column) {
                case 0 -> CREATED_AT_FIELD.set(recorded, createdAt);
                case 1 -> recorded.note = note;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> createdAt;
                case 1 -> note;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> createdAt = (Instant) value;
                case 1 -> note = (String) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Recorded> copy() {
            State copy = new State();
            copy.createdAt = createdAt;
            copy.note = note;
            return copy;
        }
    }
}
