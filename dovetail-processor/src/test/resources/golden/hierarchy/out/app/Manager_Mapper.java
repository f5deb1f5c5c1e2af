package app;

import static dev.dovetail.type.Types.INTEGER;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.schema.ReferentialAction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Manager} and knows its table. Written by Dovetail's processor. */
public final class Manager_Mapper extends EntityMapper<Manager> {

    private static final VarHandle LEVEL_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Manager.class, "level", int.class);

    /** The only instance. */
    public static final Manager_Mapper INSTANCE = new Manager_Mapper();

    static {
        register(INSTANCE);
    }

    private Manager_Mapper() {
        super(VERSION_1, Manager.class, Employee_Mapper.INSTANCE, describe(), INTEGER);
    }

    private static EntityModel describe() {
        return EntityModel.extending(Employee_Mapper.INSTANCE.model(), "app.Manager")
                .joined("manager", "employee_id")
                .baseKeyRules(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION)
                .identity("manager")
                .columns(
                        ColumnModel.of("level", "level", int.class, INTEGER).notNull());
    }

    @Override
    public Manager instantiate() {
        return new Manager();
    }

    @Override
    public @Nullable Object get(Manager manager, int column) {
        return switch (column) {
            case 6 -> (int) LEVEL_FIELD.get(manager);
            default -> Employee_Mapper.INSTANCE.get(manager, column);
        };
    }

    @Override
    public void set(Manager manager, int column, @Nullable Object value) {
        switch (column) {
            case 6 -> LEVEL_FIELD.set(manager, (int) value);
            default -> Employee_Mapper.INSTANCE.set(manager, column, value);
        }
    }

    @Override
    public Holder<?> holder(Manager manager, int relationship) {
        return Employee_Mapper.INSTANCE.holder(manager, relationship);
    }

    @Override
    public Snapshot<Manager> snapshot() {
        return new State();
    }

    /** The column values of one {@link Manager} as the database last had them. */
    private static final class State extends Snapshot<Manager> {

        private Snapshot<Employee> base = Employee_Mapper.INSTANCE.snapshot();
        private int level;

        @Override
        public boolean differs(Manager manager) {
            return base.differs(manager) || level != (int) LEVEL_FIELD.get(manager);
        }

        @Override
        public boolean differs(Manager manager, int column) {
            return switch (column) {
                case 6 -> level != (int) LEVEL_FIELD.get(manager);
                default -> base.differs(manager, column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            base.read(row);
            level = row.intValue(6);
        }

        @Override
        public void take(Manager manager, int column) {
            switch (column) {
                case 6 -> level = (int) LEVEL_FIELD.get(manager);
                default -> base.take(manager, column);
            }
        }

        @Override
        public void restore(Manager manager) {
            base.restore(manager);
            LEVEL_FIELD.set(manager, level);
        }

        @Override
        public void restore(Manager manager, int column) {
            switch (column) {
                case 6 -> LEVEL_FIELD.set(manager, level);
                default -> base.restore(manager, column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 6 -> level;
                default -> base.value(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 6 -> level = (int) value;
                default -> base.value(column, value);
            }
        }

        @Override
        public Snapshot<Manager> copy() {
            State copy = new State();
            copy.base = base.copy();
            copy.level = level;
            return copy;
        }
    }
}
