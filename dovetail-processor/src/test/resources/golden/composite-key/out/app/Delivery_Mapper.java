package app;

import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INTEGER;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.model.CheckModel;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.Suppression;
import dev.dovetail.schema.ReferentialAction;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Delivery} and knows its table. Written by Dovetail's processor. */
public final class Delivery_Mapper extends EntityMapper<Delivery> {

    /** The only instance. */
    public static final Delivery_Mapper INSTANCE = new Delivery_Mapper();

    static {
        register(INSTANCE);
    }

    private Delivery_Mapper() {
        super(VERSION_1, Delivery.class, describe(), INTEGER, INTEGER, INTEGER, DOUBLE);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Delivery", "delivery")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("order_id", "orderId", Integer.class, INTEGER),
                        ColumnModel.of("line_number", "lineNumber", Integer.class, INTEGER),
                        ColumnModel.of("weight", "weight", double.class, DOUBLE).notNull())
                .foreignKeys(
                        ForeignKeyModel.to("order_line", "order_id", "line_number")
                                .targetEntity("app.OrderLine")
                                .onUpdate(ReferentialAction.CASCADE))
                .relationships(
                        RelationshipModel.one("line", "app.OrderLine")
                                .backPopulates("deliveries")
                                .cascade(Cascade.SAVE_UPDATE, Cascade.DELETE_ORPHAN)
                                .passiveDeletes(PassiveDeletes.NEVER)
                                .asPostUpdate()
                                .foreignKey("orderId", "lineNumber")
                                .asSingleParent())
                .checks(
                        new CheckModel("ck_weight", "weight > 0 AND weight < '1\\\\2'"))
                .suppressions(
                        new Suppression(null, "MAP14"));
    }

    @Override
    public Delivery instantiate() {
        return new Delivery();
    }

    @Override
    public @Nullable Object get(Delivery delivery, int column) {
        return switch (column) {
            case 0 -> delivery.id;
            case 1 -> delivery.orderId;
            case 2 -> delivery.lineNumber;
            case 3 -> delivery.weight;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Delivery delivery, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> delivery.id = (Integer) value;
            case 1 -> delivery.orderId = (Integer) value;
            case 2 -> delivery.lineNumber = (Integer) value;
            case 3 -> delivery.weight = (double) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Delivery delivery, int relationship) {
        return switch (relationship) {
            case 0 -> delivery.line;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Delivery> snapshot() {
        return new State();
    }

    /** The column values of one {@link Delivery} as the database last had them. */
    private static final class State extends Snapshot<Delivery> {

        private @Nullable Integer id;
        private @Nullable Integer orderId;
        private @Nullable Integer lineNumber;
        private double weight;

        @Override
        public boolean differs(Delivery delivery) {
            return !Objects.equals(id, delivery.id)
                    || !Objects.equals(orderId, delivery.orderId)
                    || !Objects.equals(lineNumber, delivery.lineNumber)
                    || differ(weight, delivery.weight);
        }

        @Override
        public boolean differs(Delivery delivery, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, delivery.id);
                case 1 -> !Objects.equals(orderId, delivery.orderId);
                case 2 -> !Objects.equals(lineNumber, delivery.lineNumber);
                case 3 -> differ(weight, delivery.weight);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            orderId = row.integer(1);
            lineNumber = row.integer(2);
            weight = row.doubleValue(3);
        }

        @Override
        public void take(Delivery delivery, int column) {
            switch (column) {
                case 0 -> id = delivery.id;
                case 1 -> orderId = delivery.orderId;
                case 2 -> lineNumber = delivery.lineNumber;
                case 3 -> weight = delivery.weight;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Delivery delivery) {
            delivery.id = id;
            delivery.orderId = orderId;
            delivery.lineNumber = lineNumber;
            delivery.weight = weight;
        }

        @Override
        public void restore(Delivery delivery, int column) {
            switch (column) {
                case 0 -> delivery.id = id;
                case 1 -> delivery.orderId = orderId;
                case 2 -> delivery.lineNumber = lineNumber;
                case 3 -> delivery.weight = weight;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> orderId;
                case 2 -> lineNumber;
                case 3 -> weight;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> orderId = (Integer) value;
                case 2 -> lineNumber = (Integer) value;
                case 3 -> weight = (double) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Delivery> copy() {
            State copy = new State();
            copy.id = id;
            copy.orderId = orderId;
            copy.lineNumber = lineNumber;
            copy.weight = weight;
            return copy;
        }
    }
}
