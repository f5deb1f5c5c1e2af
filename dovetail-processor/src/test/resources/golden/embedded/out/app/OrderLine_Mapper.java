package app;

import static dev.dovetail.type.Types.INTEGER;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link OrderLine} and knows its table. Written by Dovetail's processor. */
public final class OrderLine_Mapper extends EntityMapper<OrderLine> {

    private static final VarHandle ID_FIELD =
            FieldAccess.field(MethodHandles.lookup(), OrderLine.class, "id", OrderLine.Key.class);

    /** The only instance. */
    public static final OrderLine_Mapper INSTANCE = new OrderLine_Mapper();

    static {
        register(INSTANCE);
    }

    private OrderLine_Mapper() {
        super(VERSION_1, OrderLine.class, describe(), INTEGER, INTEGER);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.OrderLine", "order_line")
                .columns(
                        ColumnModel.of("order", "id.order", Integer.class, INTEGER).asId(),
                        ColumnModel.of("number", "id.number", int.class, INTEGER).asId())
                .foreignKeys(
                        ForeignKeyModel.to("orders", "order").member("id.order").targetEntity("app.Order"))
                .relationships(
                        RelationshipModel.one("order", "app.Order").backPopulates("lines").foreignKey("id.order"));
    }

    @Override
    public OrderLine instantiate() {
        return new OrderLine();
    }

    @Override
    public @Nullable Object get(OrderLine orderLine, int column) {
        return switch (column) {
            case 0 -> idOrderOf((OrderLine.Key) ID_FIELD.get(orderLine));
            case 1 -> idNumberOf((OrderLine.Key) ID_FIELD.get(orderLine));
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(OrderLine orderLine, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> setIdOrder(orderLine, (Integer) value);
            case 1 -> setIdNumber(orderLine, (Integer) value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(OrderLine orderLine, int relationship) {
        return switch (relationship) {
            case 0 -> orderLine.order;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<OrderLine> snapshot() {
        return new State();
    }

    @Override
    public @Nullable Object @Nullable [] keyParts(Object id) {
        return id instanceof OrderLine.Key key ? idParts(key) : null;
    }

    private static @Nullable Integer idOrderOf(OrderLine.@Nullable Key value) {
        return value == null ? null : value.order();
    }

    private static @Nullable Integer idNumberOf(OrderLine.@Nullable Key value) {
        return value == null ? null : value.number();
    }

    private static OrderLine.@Nullable Key newId(@Nullable Integer order, @Nullable Integer number) {
        if (order == null && number == null) {
            return null;
        }
        return new OrderLine.Key(order, number == null ? 0 : number);
    }

    static @Nullable Object[] idParts(OrderLine.Key value) {
        return new Object[] {idOrderOf(value), idNumberOf(value)};
    }

    private static void setIdOrder(OrderLine orderLine, @Nullable Integer value) {
        ID_FIELD.set(orderLine, newId(value, idNumberOf((OrderLine.Key) ID_FIELD.get(orderLine))));
    }

    private static void setIdNumber(OrderLine orderLine, @Nullable Integer value) {
        ID_FIELD.set(orderLine, newId(idOrderOf((OrderLine.Key) ID_FIELD.get(orderLine)), value));
    }

    /** The column values of one {@link OrderLine} as the database last had them. */
    private static final class State extends Snapshot<OrderLine> {

        private @Nullable Integer idOrder;
        private @Nullable Integer idNumber;

        @Override
        public boolean differs(OrderLine orderLine) {
            return !Objects.equals(idOrder, idOrderOf((OrderLine.Key) ID_FIELD.get(orderLine)))
                    || !Objects.equals(idNumber, idNumberOf((OrderLine.Key) ID_FIELD.get(orderLine)));
        }

        @Override
        public boolean differs(OrderLine orderLine, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(idOrder, idOrderOf((OrderLine.Key) ID_FIELD.get(orderLine)));
                case 1 -> !Objects.equals(idNumber, idNumberOf((OrderLine.Key) ID_FIELD.get(orderLine)));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            idOrder = row.integer(0);
            idNumber = row.integer(1);
            if (idNumber == null && (idOrder != null)) {
                idNumber = 0;
            }
        }

        @Override
        public void take(OrderLine orderLine, int column) {
            switch (column) {
                case 0 -> idOrder = idOrderOf((OrderLine.Key) ID_FIELD.get(orderLine));
                case 1 -> idNumber = idNumberOf((OrderLine.Key) ID_FIELD.get(orderLine));
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(OrderLine orderLine) {
            ID_FIELD.set(orderLine, newId(idOrder, idNumber));
        }

        @Override
        public void restore(OrderLine orderLine, int column) {
            switch (column) {
                case 0 -> setIdOrder(orderLine, idOrder);
                case 1 -> setIdNumber(orderLine, idNumber);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> idOrder;
                case 1 -> idNumber;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> idOrder = (Integer) value;
                case 1 -> idNumber = (Integer) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<OrderLine> copy() {
            State copy = new State();
            copy.idOrder = idOrder;
            copy.idNumber = idNumber;
            return copy;
        }
    }
}
