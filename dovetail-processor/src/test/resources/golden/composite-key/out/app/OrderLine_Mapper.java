package app;

import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.PassiveUpdates;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.Suppression;
import dev.dovetail.orm.mapping.model.UniqueModel;
import dev.dovetail.schema.Deferral;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link OrderLine} and knows its table. Written by Dovetail's processor. */
public final class OrderLine_Mapper extends EntityMapper<OrderLine> {

    /** The only instance. */
    public static final OrderLine_Mapper INSTANCE = new OrderLine_Mapper();

    static {
        register(INSTANCE);
    }

    private OrderLine_Mapper() {
        super(VERSION_1, OrderLine.class, describe(), INTEGER, INTEGER, VARCHAR(255));
    }

    private static EntityModel describe() {
        return EntityModel.of("app.OrderLine", "order_line").schema("shop")
                .columns(
                        ColumnModel.of("order_id", "orderId", int.class, INTEGER).asId(),
                        ColumnModel.of("number", "number", int.class, INTEGER).asId(),
                        ColumnModel.of("article", "article", String.class, VARCHAR(255)))
                .foreignKeys(
                        ForeignKeyModel.to("orders", "order_id").name("fk_order").asDeferred())
                .relationships(
                        RelationshipModel.many("deliveries", "app.Delivery")
                                .backPopulates("line")
                                .passiveUpdates(PassiveUpdates.NEVER))
                .uniques(
                        UniqueModel.of("uq_article", "order_id", "article").deferral(Deferral.INITIALLY_DEFERRED))
                .suppressions(
                        new Suppression("deliveries", "MAP42"));
    }

    @Override
    public OrderLine instantiate() {
        return new OrderLine();
    }

    @Override
    public @Nullable Object get(OrderLine orderLine, int column) {
        return switch (column) {
            case 0 -> orderLine.orderId;
            case 1 -> orderLine.number;
            case 2 -> orderLine.article;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(OrderLine orderLine, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> orderLine.orderId = (int) value;
            case 1 -> orderLine.number = (int) value;
            case 2 -> orderLine.article = (String) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(OrderLine orderLine, int relationship) {
        return switch (relationship) {
            case 0 -> orderLine.deliveries;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<OrderLine> snapshot() {
        return new State();
    }

    /** The column values of one {@link OrderLine} as the database last had them. */
    private static final class State extends Snapshot<OrderLine> {

        private int orderId;
        private int number;
        private @Nullable String article;

        @Override
        public boolean differs(OrderLine orderLine) {
            return orderId != orderLine.orderId
                    || number != orderLine.number
                    || !Objects.equals(article, orderLine.article);
        }

        @Override
        public boolean differs(OrderLine orderLine, int column) {
            return switch (column) {
                case 0 -> orderId != orderLine.orderId;
                case 1 -> number != orderLine.number;
                case 2 -> !Objects.equals(article, orderLine.article);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            orderId = row.intValue(0);
            number = row.intValue(1);
            article = row.string(2);
        }

        @Override
        public void take(OrderLine orderLine, int column) {
            switch (column) {
                case 0 -> orderId = orderLine.orderId;
                case 1 -> number = orderLine.number;
                case 2 -> article = orderLine.article;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(OrderLine orderLine) {
            orderLine.orderId = orderId;
            orderLine.number = number;
            orderLine.article = article;
        }

        @Override
        public void restore(OrderLine orderLine, int column) {
            switch (column) {
                case 0 -> orderLine.orderId = orderId;
                case 1 -> orderLine.number = number;
                case 2 -> orderLine.article = article;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> orderId;
                case 1 -> number;
                case 2 -> article;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> orderId = (int) value;
                case 1 -> number = (int) value;
                case 2 -> article = (String) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<OrderLine> copy() {
            State copy = new State();
            copy.orderId = orderId;
            copy.number = number;
            copy.article = article;
            return copy;
        }
    }
}
