package app;

import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Outer.State} and knows its table. Written by Dovetail's processor. */
public final class Outer_State_Mapper extends EntityMapper<Outer.State> {

    private static final VarHandle ID_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Outer.State.class, "id", Integer.class);
    private static final VarHandle INSTANCE_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Outer.State.class, "instance", String.class);
    private static final VarHandle INTEGER_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Outer.State.class, "integer", Integer.class);

    /** The only instance. */
    public static final Outer_State_Mapper INSTANCE = new Outer_State_Mapper();

    static {
        register(INSTANCE);
    }

    private Outer_State_Mapper() {
        super(VERSION_1, Outer.State.class, describe(), INTEGER, VARCHAR(255), INTEGER);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Outer$State", "us_state")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("instance", "instance", String.class, VARCHAR(255)),
                        ColumnModel.of("integer", "integer", Integer.class, INTEGER));
    }

    @Override
    public Outer.State instantiate() {
        return new Outer.State();
    }

    @Override
    public @Nullable Object get(Outer.State state, int column) {
        return switch (column) {
            case 0 -> (Integer) ID_FIELD.get(state);
            case 1 -> (String) INSTANCE_FIELD.get(state);
            case 2 -> (Integer) INTEGER_FIELD.get(state);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Outer.State state, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> ID_FIELD.set(state, (Integer) value);
            case 1 -> INSTANCE_FIELD.set(state, (String) value);
            case 2 -> INTEGER_FIELD.set(state, (Integer) value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Outer.State state, int relationship) {
        throw noRelationship(relationship);
    }

    @Override
    public Snapshot<Outer.State> snapshot() {
        return new State();
    }

    /** The column values of one {@link Outer.State} as the database last had them. */
    private static final class State extends Snapshot<Outer.State> {

        private @Nullable Integer id;
        private @Nullable String instance;
        private @Nullable Integer integer;

        @Override
        public boolean differs(Outer.State state) {
            return !Objects.equals(id, (Integer) ID_FIELD.get(state))
                    || !Objects.equals(instance, (String) INSTANCE_FIELD.get(state))
                    || !Objects.equals(integer, (Integer) INTEGER_FIELD.get(state));
        }

        @Override
        public boolean differs(Outer.State state, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, (Integer) ID_FIELD.get(state));
                case 1 -> !Objects.equals(instance, (String) INSTANCE_FIELD.get(state));
                case 2 -> !Objects.equals(integer, (Integer) INTEGER_FIELD.get(state));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            instance = row.string(1);
            integer = row.integer(2);
        }

        @Override
        public void take(Outer.State state, int column) {
            switch (column) {
                case 0 -> id = (Integer) ID_FIELD.get(state);
                case 1 -> instance = (String) INSTANCE_FIELD.get(state);
                case 2 -> integer = (Integer) INTEGER_FIELD.get(state);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Outer.State state) {
            ID_FIELD.set(state, id);
            INSTANCE_FIELD.set(state, instance);
            INTEGER_FIELD.set(state, integer);
        }

        @Override
        public void restore(Outer.State state, int column) {
            switch (column) {
                case 0 -> ID_FIELD.set(state, id);
                case 1 -> INSTANCE_FIELD.set(state, instance);
                case 2 -> INTEGER_FIELD.set(state, integer);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> instance;
                case 2 -> integer;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> instance = (String) value;
                case 2 -> integer = (Integer) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Outer.State> copy() {
            State copy = new State();
            copy.id = id;
            copy.instance = instance;
            copy.integer = integer;
            return copy;
        }
    }
}
