package app;

import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.INTEGER;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Attribute} and knows its table. Written by Dovetail's processor. */
public final class Attribute_Mapper extends EntityMapper<Attribute> {

    /** The only instance. */
    public static final Attribute_Mapper INSTANCE = new Attribute_Mapper();

    static {
        register(INSTANCE);
    }

    private Attribute_Mapper() {
        super(VERSION_1, Attribute.class, describe(), INTEGER, BOOLEAN);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Attribute", "attribute")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("attribute", "attribute", Boolean.class, BOOLEAN));
    }

    @Override
    public Attribute instantiate() {
        return new Attribute();
    }

    @Override
    public @Nullable Object get(Attribute attribute, int column) {
        return switch (column) {
            case 0 -> attribute.id;
            case 1 -> attribute.attribute;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Attribute attribute, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> attribute.id = (Integer) value;
            case 1 -> attribute.attribute = (Boolean) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Attribute attribute, int relationship) {
        throw noRelationship(relationship);
    }

    @Override
    public Snapshot<Attribute> snapshot() {
        return new State();
    }

    /** The column values of one {@link Attribute} as the database last had them. */
    private static final class State extends Snapshot<Attribute> {

        private @Nullable Integer id;
        private @Nullable Boolean attribute;

        @Override
        public boolean differs(Attribute attribute) {
            return !Objects.equals(id, attribute.id) || !Objects.equals(this.attribute, attribute.attribute);
        }

        @Override
        public boolean differs(Attribute attribute, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, attribute.id);
                case 1 -> !Objects.equals(this.attribute, attribute.attribute);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            this.attribute = row.value(1, Boolean.class);
        }

        @Override
        public void take(Attribute attribute, int column) {
            switch (column) {
                case 0 -> id = attribute.id;
                case 1 -> this.attribute = attribute.attribute;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Attribute attribute) {
            attribute.id = id;
            attribute.attribute = this.attribute;
        }

        @Override
        public void restore(Attribute attribute, int column) {
            switch (column) {
                case 0 -> attribute.id = id;
                case 1 -> attribute.attribute = this.attribute;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> this.attribute;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> this.attribute = (Boolean) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Attribute> copy() {
            State copy = new State();
            copy.id = id;
            copy.attribute = this.attribute;
            return copy;
        }
    }
}
