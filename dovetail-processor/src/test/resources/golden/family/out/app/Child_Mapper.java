package app;

import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.schema.ReferentialAction;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Child} and knows its table. Written by Dovetail's processor. */
public final class Child_Mapper extends EntityMapper<Child> {

    /** The only instance. */
    public static final Child_Mapper INSTANCE = new Child_Mapper();

    static {
        register(INSTANCE);
    }

    private Child_Mapper() {
        super(VERSION_1, Child.class, describe(), INTEGER, VARCHAR(255), INTEGER);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Child", "child")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("name", "name", String.class, VARCHAR(255)),
                        ColumnModel.of("parent_id", "parentId", Integer.class, INTEGER).notNull())
                .foreignKeys(
                        ForeignKeyModel.to("parent", "parent_id")
                                .member("parentId")
                                .targetEntity("app.Parent")
                                .onDelete(ReferentialAction.CASCADE))
                .relationships(
                        RelationshipModel.one("parent", "app.Parent").backPopulates("children"));
    }

    @Override
    public Child instantiate() {
        return new Child();
    }

    @Override
    public @Nullable Object get(Child child, int column) {
        return switch (column) {
            case 0 -> child.id;
            case 1 -> child.name;
            case 2 -> child.parentId;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Child child, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> child.id = (Integer) value;
            case 1 -> child.name = (String) value;
            case 2 -> child.parentId = (Integer) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Child child, int relationship) {
        return switch (relationship) {
            case 0 -> child.parent;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Child> snapshot() {
        return new State();
    }

    /** The column values of one {@link Child} as the database last had them. */
    private static final class State extends Snapshot<Child> {

        private @Nullable Integer id;
        private @Nullable String name;
        private @Nullable Integer parentId;

        @Override
        public boolean differs(Child child) {
            return !Objects.equals(id, child.id)
                    || !Objects.equals(name, child.name)
                    || !Objects.equals(parentId, child.parentId);
        }

        @Override
        public boolean differs(Child child, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, child.id);
                case 1 -> !Objects.equals(name, child.name);
                case 2 -> !Objects.equals(parentId, child.parentId);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            name = row.string(1);
            parentId = row.integer(2);
        }

        @Override
        public void take(Child child, int column) {
            switch (column) {
                case 0 -> id = child.id;
                case 1 -> name = child.name;
                case 2 -> parentId = child.parentId;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Child child) {
            child.id = id;
            child.name = name;
            child.parentId = parentId;
        }

        @Override
        public void restore(Child child, int column) {
            switch (column) {
                case 0 -> child.id = id;
                case 1 -> child.name = name;
                case 2 -> child.parentId = parentId;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> name;
                case 2 -> parentId;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> name = (String) value;
                case 2 -> parentId = (Integer) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Child> copy() {
            State copy = new State();
            copy.id = id;
            copy.name = name;
            copy.parentId = parentId;
            return copy;
        }
    }
}
