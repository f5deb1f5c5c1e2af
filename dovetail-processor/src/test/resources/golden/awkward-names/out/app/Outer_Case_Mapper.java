package app;

import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Outer.Case} and knows its table. Written by Dovetail's processor. */
public final class Outer_Case_Mapper extends EntityMapper<Outer.Case> {

    /** The only instance. */
    public static final Outer_Case_Mapper INSTANCE = new Outer_Case_Mapper();

    static {
        register(INSTANCE);
    }

    private Outer_Case_Mapper() {
        super(VERSION_1, Outer.Case.class, describe(), INTEGER, VARCHAR(255), VARCHAR(255), INTEGER);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Outer$Case", "case")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("row", "row", String.class, VARCHAR(255)),
                        ColumnModel.of("copy", "copy", String.class, VARCHAR(255)),
                        ColumnModel.of("state_id", null, Integer.class, INTEGER))
                .foreignKeys(
                        ForeignKeyModel.to("us_state", "state_id").member("state").targetEntity("app.Outer$State"))
                .relationships(
                        RelationshipModel.one("state", "app.Outer$State"));
    }

    @Override
    public Outer.Case instantiate() {
        return new Outer.Case();
    }

    @Override
    public @Nullable Object get(Outer.Case entity, int column) {
        return switch (column) {
            case 0 -> entity.id;
            case 1 -> entity.row;
            case 2 -> entity.copy;
            case 3 -> HolderAccess.key(entity.state, 0);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Outer.Case entity, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> entity.id = (Integer) value;
            case 1 -> entity.row = (String) value;
            case 2 -> entity.copy = (String) value;
            case 3 -> HolderAccess.key(entity.state, 0, value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Outer.Case entity, int relationship) {
        return switch (relationship) {
            case 0 -> entity.state;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Outer.Case> snapshot() {
        return new State();
    }

    /** The column values of one {@link Outer.Case} as the database last had them. */
    private static final class State extends Snapshot<Outer.Case> {

        private @Nullable Integer id;
        private @Nullable String row;
        private @Nullable String copy;
        private @Nullable Integer stateId;

        @Override
        public boolean differs(Outer.Case entity) {
            return !Objects.equals(id, entity.id)
                    || !Objects.equals(this.row, entity.row)
                    || !Objects.equals(this.copy, entity.copy)
                    || !Objects.equals(stateId, HolderAccess.key(entity.state, 0));
        }

        @Override
        public boolean differs(Outer.Case entity, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, entity.id);
                case 1 -> !Objects.equals(this.row, entity.row);
                case 2 -> !Objects.equals(this.copy, entity.copy);
                case 3 -> !Objects.equals(stateId, HolderAccess.key(entity.state, 0));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            this.row = row.string(1);
            this.copy = row.string(2);
            stateId = row.integer(3);
        }

        @Override
        public void take(Outer.Case entity, int column) {
            switch (column) {
                case 0 -> id = entity.id;
                case 1 -> this.row = entity.row;
                case 2 -> this.copy = entity.copy;
                case 3 -> stateId = (Integer) HolderAccess.key(entity.state, 0);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Outer.Case entity) {
            entity.id = id;
            entity.row = this.row;
            entity.copy = this.copy;
            HolderAccess.key(entity.state, 0, stateId);
        }

        @Override
        public void restore(Outer.Case entity, int column) {
            switch (column) {
                case 0 -> entity.id = id;
                case 1 -> entity.row = this.row;
                case 2 -> entity.copy = this.copy;
                case 3 -> HolderAccess.key(entity.state, 0, stateId);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> this.row;
                case 2 -> this.copy;
                case 3 -> stateId;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> this.row = (String) value;
                case 2 -> this.copy = (String) value;
                case 3 -> stateId = (Integer) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Outer.Case> copy() {
            State copy = new State();
            copy.id = id;
            copy.row = this.row;
            copy.copy = this.copy;
            copy.stateId = stateId;
            return copy;
        }
    }
}
