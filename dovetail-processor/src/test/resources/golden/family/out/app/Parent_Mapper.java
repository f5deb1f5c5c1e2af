package app;

import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Parent} and knows its table. Written by Dovetail's processor. */
public final class Parent_Mapper extends EntityMapper<Parent> {

    /** The only instance. */
    public static final Parent_Mapper INSTANCE = new Parent_Mapper();

    static {
        register(INSTANCE);
    }

    private Parent_Mapper() {
        super(VERSION_1, Parent.class, describe(), INTEGER, VARCHAR(255));
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Parent", "parent")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("name", "name", String.class, VARCHAR(255)))
                .relationships(
                        RelationshipModel.many("children", "app.Child")
                                .backPopulates("parent")
                                .cascade(Cascade.ALL, Cascade.DELETE_ORPHAN));
    }

    @Override
    public Parent instantiate() {
        return new Parent();
    }

    @Override
    public @Nullable Object get(Parent parent, int column) {
        return switch (column) {
            case 0 -> parent.id;
            case 1 -> parent.name;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Parent parent, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> parent.id = (Integer) value;
            case 1 -> parent.name = (String) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Parent parent, int relationship) {
        return switch (relationship) {
            case 0 -> parent.children;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Parent> snapshot() {
        return new State();
    }

    /** The column values of one {@link Parent} as the database last had them. */
    private static final class State extends Snapshot<Parent> {

        private @Nullable Integer id;
        private @Nullable String name;

        @Override
        public boolean differs(Parent parent) {
            return !Objects.equals(id, parent.id) || !Objects.equals(name, parent.name);
        }

        @Override
        public boolean differs(Parent parent, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, parent.id);
                case 1 -> !Objects.equals(name, parent.name);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            name = row.string(1);
        }

        @Override
        public void take(Parent parent, int column) {
            switch (column) {
                case 0 -> id = parent.id;
                case 1 -> name = parent.name;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Parent parent) {
            parent.id = id;
            parent.name = name;
        }

        @Override
        public void restore(Parent parent, int column) {
            switch (column) {
                case 0 -> parent.id = id;
                case 1 -> parent.name = name;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> name;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> name = (String) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Parent> copy() {
            State copy = new State();
            copy.id = id;
            copy.name = name;
            return copy;
        }
    }
}
