package app;

import static dev.dovetail.type.Types.INSTANT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import app.base.Recorded;
import app.base.Recorded_Accessor;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Employee} and knows its table. Written by Dovetail's processor. */
public final class Employee_Mapper extends EntityMapper<Employee> {

    /** The only instance. */
    public static final Employee_Mapper INSTANCE = new Employee_Mapper();

    static {
        register(INSTANCE);
    }

    private Employee_Mapper() {
        super(
                VERSION_1,
                Employee.class,
                describe(),
                INSTANT,
                VARCHAR(255),
                INTEGER,
                VARCHAR(255),
                INTEGER,
                VARCHAR(255));
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Employee", "employee").discriminator("type").identity("employee")
                .columns(
                        ColumnModel.of("created_at", "createdAt", Instant.class, INSTANT)
                                .with(ColumnModel.Trait.CREATED),
                        ColumnModel.of("note", "note", String.class, VARCHAR(255)),
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("name", "name", String.class, VARCHAR(255)),
                        ColumnModel.of("boss_id", null, Integer.class, INTEGER),
                        ColumnModel.of("type", null, String.class, VARCHAR(255)).notNull())
                .foreignKeys(
                        ForeignKeyModel.to("manager", "boss_id").member("boss").targetEntity("app.Manager"))
                .relationships(
                        RelationshipModel.one("boss", "app.Manager").foreignKey("boss"));
    }

    @Override
    public Employee instantiate() {
        return new Employee();
    }

    @Override
    public @Nullable Object get(Employee employee, int column) {
        return switch (column) {
            case 2 -> employee.id;
            case 3 -> employee.name;
            case 4 -> HolderAccess.key(employee.boss, 0);
            case 5 -> identity(employee);
            default -> Recorded_Accessor.INSTANCE.get(employee, column);
        };
    }

    @Override
    public void set(Employee employee, int column, @Nullable Object value) {
        switch (column) {
            case 2 -> employee.id = (Integer) value;
            case 3 -> employee.name = (String) value;
            case 4 -> HolderAccess.key(employee.boss, 0, value);
            case 5 -> {}
            default -> Recorded_Accessor.INSTANCE.set(employee, column, value);
        }
    }

    @Override
    public Holder<?> holder(Employee employee, int relationship) {
        return switch (relationship) {
            case 0 -> employee.boss;
            default -> Recorded_Accessor.INSTANCE.holder(employee, relationship);
        };
    }

    @Override
    public Snapshot<Employee> snapshot() {
        return new State();
    }

    /** The column values of one {@link Employee} as the database last had them. */
    private static final class State extends Snapshot<Employee> {

        private Snapshot<Recorded> base = Recorded_Accessor.INSTANCE.snapshot();
        private @Nullable Integer id;
        private @Nullable String name;
        private @Nullable Integer bossId;
        private @Nullable String type;

        @Override
        public boolean differs(Employee employee) {
            return base.differs(employee)
                    || !Objects.equals(id, employee.id)
                    || !Objects.equals(name, employee.name)
                    || !Objects.equals(bossId, HolderAccess.key(employee.boss, 0))
                    || !Objects.equals(type, identity(employee));
        }

        @Override
        public boolean differs(Employee employee, int column) {
            return switch (column) {
                case 2 -> !Objects.equals(id, employee.id);
                case 3 -> !Objects.equals(name, employee.name);
                case 4 -> !Objects.equals(bossId, HolderAccess.key(employee.boss, 0));
                case 5 -> !Objects.equals(type, identity(employee));
                default -> base.differs(employee, column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            base.read(row);
            id = row.integer(2);
            name = row.string(3);
            bossId = row.integer(4);
            type = row.string(5);
        }

        @Override
        public void take(Employee employee, int column) {
            switch (column) {
                case 2 -> id = employee.id;
                case 3 -> name = employee.name;
                case 4 -> bossId = (Integer) HolderAccess.key(employee.boss, 0);
                case 5 -> type = (String) identity(employee);
                default -> base.take(employee, column);
            }
        }

        @Override
        public void restore(Employee employee) {
            base.restore(employee);
            employee.id = id;
            employee.name = name;
            HolderAccess.key(employee.boss, 0, bossId);
        }

        @Override
        public void restore(Employee employee, int column) {
            switch (column) {
                case 2 -> employee.id = id;
                case 3 -> employee.name = name;
                case 4 -> HolderAccess.key(employee.boss, 0, bossId);
                case 5 -> {}
                default -> base.restore(employee, column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 2 -> id;
                case 3 -> name;
                case 4 -> bossId;
                case 5 -> type;
                default -> base.value(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 2 -> id = (Integer) value;
                case 3 -> name = (String) value;
                case 4 -> bossId = (Integer) value;
                case 5 -> type = (String) value;
                default -> base.value(column, value);
            }
        }

        @Override
        public Snapshot<Employee> copy() {
            State copy = new State();
            copy.base = base.copy();
            copy.id = id;
            copy.name = name;
            copy.bossId = bossId;
            copy.type = type;
            return copy;
        }
    }
}
