package app;

import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.VARCHAR;
import static dev.dovetail.type.Types.enumByName;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.UniqueModel;
import dev.dovetail.type.Type;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Order} and knows its table. Written by Dovetail's processor. */
public final class Order_Mapper extends EntityMapper<Order> {

    private static final Type<BigDecimal> TOTAL_AMOUNT_TYPE = NUMERIC(12, 2);
    private static final Type<Money.Currency> TOTAL_CURRENCY_TYPE = enumByName(Money.Currency.class);
    private static final VarHandle TOTAL_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Order.class, "total", Money.class);

    /** The only instance. */
    public static final Order_Mapper INSTANCE = new Order_Mapper();

    static {
        register(INSTANCE);
    }

    private Order_Mapper() {
        super(
                VERSION_1,
                Order.class,
                describe(),
                INTEGER,
                INTEGER,
                VARCHAR(60),
                VARCHAR(255),
                DOUBLE,
                DOUBLE,
                TOTAL_AMOUNT_TYPE,
                TOTAL_CURRENCY_TYPE,
                VARCHAR(80));
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Order", "orders")
                .columns(
                        ColumnModel.of("id", "id.value", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("post_code", "delivery.zip", int.class, INTEGER),
                        ColumnModel.of("delivery_street", "delivery.street", String.class, VARCHAR(60)),
                        ColumnModel.of("delivery_city", "delivery.city", String.class, VARCHAR(255)),
                        ColumnModel.of("delivery_spot_latitude", "delivery.spot.latitude", Double.class, DOUBLE),
                        ColumnModel.of("delivery_spot_longitude", "delivery.spot.longitude", Double.class, DOUBLE),
                        ColumnModel.of("amount", "total.amount", BigDecimal.class, TOTAL_AMOUNT_TYPE),
                        ColumnModel.of("currency", "total.currency", Money.Currency.class, TOTAL_CURRENCY_TYPE)
                                .notNull(),
                        ColumnModel.of("mail", "mail.address", String.class, VARCHAR(80)).asUnique())
                .relationships(
                        RelationshipModel.many("lines", "app.OrderLine").backPopulates("order"))
                .uniques(
                        UniqueModel.of(null, "mail", "delivery_city"),
                        UniqueModel.of("uq_total", "amount", "currency"));
    }

    @Override
    public Order instantiate() {
        return new Order();
    }

    @Override
    public @Nullable Object get(Order order, int column) {
        return switch (column) {
            case 0 -> idValueOf(order.id);
            case 1 -> deliveryZipOf(order.delivery);
            case 2 -> deliveryStreetOf(order.delivery);
            case 3 -> deliveryCityOf(order.delivery);
            case 4 -> deliverySpotLatitudeOf(deliverySpotOf(order.delivery));
            case 5 -> deliverySpotLongitudeOf(deliverySpotOf(order.delivery));
            case 6 -> totalAmountOf((Money) TOTAL_FIELD.get(order));
            case 7 -> totalCurrencyOf((Money) TOTAL_FIELD.get(order));
            case 8 -> mailAddressOf(order.mail);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Order order, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> setIdValue(order, (Integer) value);
            case 1 -> setDeliveryZip(order, (Integer) value);
            case 2 -> setDeliveryStreet(order, (String) value);
            case 3 -> setDeliveryCity(order, (String) value);
            case 4 -> setDeliverySpotLatitude(order, (Double) value);
            case 5 -> setDeliverySpotLongitude(order, (Double) value);
            case 6 -> setTotalAmount(order, (BigDecimal) value);
            case 7 -> setTotalCurrency(order, (Money.Currency) value);
            case 8 -> setMailAddress(order, (String) value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Order order, int relationship) {
        return switch (relationship) {
            case 0 -> order.lines;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Order> snapshot() {
        return new State();
    }

    @Override
    public @Nullable Object @Nullable [] keyParts(Object id) {
        return id instanceof OrderId key ? idParts(key) : null;
    }

    private static @Nullable Integer idValueOf(@Nullable OrderId value) {
        return value == null ? null : value.value();
    }

    private static @Nullable OrderId newId(@Nullable Integer value) {
        if (value == null) {
            return null;
        }
        return new OrderId(value);
    }

    static @Nullable Object[] idParts(OrderId value) {
        return new Object[] {idValueOf(value)};
    }

    private static void setIdValue(Order order, @Nullable Integer value) {
        order.id = newId(value);
    }

    private static @Nullable Integer deliveryZipOf(@Nullable Address value) {
        return value == null ? null : value.zip();
    }

    private static @Nullable String deliveryStreetOf(@Nullable Address value) {
        return value == null ? null : value.street();
    }

    private static @Nullable String deliveryCityOf(@Nullable Address value) {
        return value == null ? null : value.city();
    }

    private static Address.@Nullable Spot deliverySpotOf(@Nullable Address value) {
        return value == null ? null : value.spot();
    }

    private static @Nullable Double deliverySpotLatitudeOf(Address.@Nullable Spot value) {
        return value == null ? null : value.latitude();
    }

    private static @Nullable Double deliverySpotLongitudeOf(Address.@Nullable Spot value) {
        return value == null ? null : value.longitude();
    }

    private static Address.@Nullable Spot newDeliverySpot(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        return new Address.Spot(latitude, longitude);
    }

    private static @Nullable Address newDelivery(
            @Nullable Integer zip,
            @Nullable String street,
            @Nullable String city,
            Address.@Nullable Spot spot) {
        if (zip == null && street == null && city == null && spot == null) {
            return null;
        }
        return new Address(zip == null ? 0 : zip, street, city, spot);
    }

    static @Nullable Object[] deliveryParts(Address value) {
        return new Object[] {
            deliveryZipOf(value),
            deliveryStreetOf(value),
            deliveryCityOf(value),
            deliverySpotLatitudeOf(deliverySpotOf(value)),
            deliverySpotLongitudeOf(deliverySpotOf(value))
        };
    }

    static @Nullable Object[] deliverySpotParts(Address.Spot value) {
        return new Object[] {deliverySpotLatitudeOf(value), deliverySpotLongitudeOf(value)};
    }

    private static void setDeliveryZip(Order order, @Nullable Integer value) {
        order.delivery = newDelivery(
                value,
                deliveryStreetOf(order.delivery),
                deliveryCityOf(order.delivery),
                deliverySpotOf(order.delivery));
    }

    private static void setDeliveryStreet(Order order, @Nullable String value) {
        order.delivery = newDelivery(
                deliveryZipOf(order.delivery),
                value,
                deliveryCityOf(order.delivery),
                deliverySpotOf(order.delivery));
    }

    private static void setDeliveryCity(Order order, @Nullable String value) {
        order.delivery = newDelivery(
                deliveryZipOf(order.delivery),
                deliveryStreetOf(order.delivery),
                value,
                deliverySpotOf(order.delivery));
    }

    private static void setDeliverySpotLatitude(Order order, @Nullable Double value) {
        order.delivery = newDelivery(
                deliveryZipOf(order.delivery),
                deliveryStreetOf(order.delivery),
                deliveryCityOf(order.delivery),
                newDeliverySpot(value, deliverySpotLongitudeOf(deliverySpotOf(order.delivery))));
    }

    private static void setDeliverySpotLongitude(Order order, @Nullable Double value) {
        order.delivery = newDelivery(
                deliveryZipOf(order.delivery),
                deliveryStreetOf(order.delivery),
                deliveryCityOf(order.delivery),
                newDeliverySpot(deliverySpotLatitudeOf(deliverySpotOf(order.delivery)), value));
    }

    private static @Nullable BigDecimal totalAmountOf(@Nullable Money value) {
        return value == null ? null : value.amount();
    }

    private static Money.@Nullable Currency totalCurrencyOf(@Nullable Money value) {
        return value == null ? null : value.currency();
    }

    private static @Nullable Money newTotal(@Nullable BigDecimal amount, Money.@Nullable Currency currency) {
        if (amount == null && currency == null) {
            return null;
        }
        return new Money(amount, currency);
    }

    static @Nullable Object[] totalParts(Money value) {
        return new Object[] {totalAmountOf(value), totalCurrencyOf(value)};
    }

    private static void setTotalAmount(Order order, @Nullable BigDecimal value) {
        TOTAL_FIELD.set(order, newTotal(value, totalCurrencyOf((Money) TOTAL_FIELD.get(order))));
    }

    private static void setTotalCurrency(Order order, Money.@Nullable Currency value) {
        TOTAL_FIELD.set(order, newTotal(totalAmountOf((Money) TOTAL_FIELD.get(order)), value));
    }

    private static @Nullable String mailAddressOf(@Nullable Mail value) {
        return value == null ? null : value.address();
    }

    private static @Nullable Mail newMail(@Nullable String address) {
        if (address == null) {
            return null;
        }
        return new Mail(address);
    }

    static @Nullable Object[] mailParts(Mail value) {
        return new Object[] {mailAddressOf(value)};
    }

    private static void setMailAddress(Order order, @Nullable String value) {
        order.mail = newMail(value);
    }

    /** The column values of one {@link Order} as the database last had them. */
    private static final class State extends Snapshot<Order> {

        private @Nullable Integer idValue;
        private @Nullable Integer deliveryZip;
        private @Nullable String deliveryStreet;
        private @Nullable String deliveryCity;
        private @Nullable Double deliverySpotLatitude;
        private @Nullable Double deliverySpotLongitude;
        private @Nullable BigDecimal totalAmount;
        private Money.@Nullable Currency totalCurrency;
        private @Nullable String mailAddress;

        @Override
        public boolean differs(Order order) {
            return !Objects.equals(idValue, idValueOf(order.id))
                    || !Objects.equals(deliveryZip, deliveryZipOf(order.delivery))
                    || !Objects.equals(deliveryStreet, deliveryStreetOf(order.delivery))
                    || !Objects.equals(deliveryCity, deliveryCityOf(order.delivery))
                    || !DOUBLE.same(deliverySpotLatitude, deliverySpotLatitudeOf(deliverySpotOf(order.delivery)))
                    || !DOUBLE.same(deliverySpotLongitude, deliverySpotLongitudeOf(deliverySpotOf(order.delivery)))
                    || !TOTAL_AMOUNT_TYPE.same(totalAmount, totalAmountOf((Money) TOTAL_FIELD.get(order)))
                    || totalCurrency != totalCurrencyOf((Money) TOTAL_FIELD.get(order))
                    || !Objects.equals(mailAddress, mailAddressOf(order.mail));
        }

        @Override
        public boolean differs(Order order, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(idValue, idValueOf(order.id));
                case 1 -> !Objects.equals(deliveryZip, deliveryZipOf(order.delivery));
                case 2 -> !Objects.equals(deliveryStreet, deliveryStreetOf(order.delivery));
                case 3 -> !Objects.equals(deliveryCity, deliveryCityOf(order.delivery));
                case 4 -> !DOUBLE.same(deliverySpotLatitude, deliverySpotLatitudeOf(deliverySpotOf(order.delivery)));
                case 5 -> !DOUBLE.same(deliverySpotLongitude, deliverySpotLongitudeOf(deliverySpotOf(order.delivery)));
                case 6 -> !TOTAL_AMOUNT_TYPE.same(totalAmount, totalAmountOf((Money) TOTAL_FIELD.get(order)));
                case 7 -> totalCurrency != totalCurrencyOf((Money) TOTAL_FIELD.get(order));
                case 8 -> !Objects.equals(mailAddress, mailAddressOf(order.mail));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            idValue = row.integer(0);
            deliveryZip = row.integer(1);
            deliveryStreet = row.string(2);
            deliveryCity = row.string(3);
            deliverySpotLatitude = row.value(4, Double.class);
            deliverySpotLongitude = row.value(5, Double.class);
            totalAmount = row.value(6, BigDecimal.class);
            totalCurrency = row.value(7, Money.Currency.class);
            mailAddress = row.string(8);
            if (deliveryZip == null && (deliveryStreet != null
                    || deliveryCity != null
                    || deliverySpotLatitude != null
                    || deliverySpotLongitude != null)) {
                deliveryZip = 0;
            }
        }

        @Override
        public void take(Order order, int column) {
            switch (column) {
                case 0 -> idValue = idValueOf(order.id);
                case 1 -> deliveryZip = deliveryZipOf(order.delivery);
                case 2 -> deliveryStreet = deliveryStreetOf(order.delivery);
                case 3 -> deliveryCity = deliveryCityOf(order.delivery);
                case 4 -> deliverySpotLatitude = deliverySpotLatitudeOf(deliverySpotOf(order.delivery));
                case 5 -> deliverySpotLongitude = deliverySpotLongitudeOf(deliverySpotOf(order.delivery));
                case 6 -> totalAmount = totalAmountOf((Money) TOTAL_FIELD.get(order));
                case 7 -> totalCurrency = totalCurrencyOf((Money) TOTAL_FIELD.get(order));
                case 8 -> mailAddress = mailAddressOf(order.mail);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Order order) {
            order.id = newId(idValue);
            order.delivery = newDelivery(
                    deliveryZip,
                    deliveryStreet,
                    deliveryCity,
                    newDeliverySpot(deliverySpotLatitude, deliverySpotLongitude));
            TOTAL_FIELD.set(order, newTotal(totalAmount, totalCurrency));
            order.mail = newMail(mailAddress);
        }

        @Override
        public void restore(Order order, int column) {
            switch (column) {
                case 0 -> setIdValue(order, idValue);
                case 1 -> setDeliveryZip(order, deliveryZip);
                case 2 -> setDeliveryStreet(order, deliveryStreet);
                case 3 -> setDeliveryCity(order, deliveryCity);
                case 4 -> setDeliverySpotLatitude(order, deliverySpotLatitude);
                case 5 -> setDeliverySpotLongitude(order, deliverySpotLongitude);
                case 6 -> setTotalAmount(order, totalAmount);
                case 7 -> setTotalCurrency(order, totalCurrency);
                case 8 -> setMailAddress(order, mailAddress);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> idValue;
                case 1 -> deliveryZip;
                case 2 -> deliveryStreet;
                case 3 -> deliveryCity;
                case 4 -> deliverySpotLatitude;
                case 5 -> deliverySpotLongitude;
                case 6 -> totalAmount;
                case 7 -> totalCurrency;
                case 8 -> mailAddress;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> idValue = (Integer) value;
                case 1 -> deliveryZip = (Integer) value;
                case 2 -> deliveryStreet = (String) value;
                case 3 -> deliveryCity = (String) value;
                case 4 -> deliverySpotLatitude = (Double) value;
                case 5 -> deliverySpotLongitude = (Double) value;
                case 6 -> totalAmount = (BigDecimal) value;
                case 7 -> totalCurrency = (Money.Currency) value;
                case 8 -> mailAddress = (String) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Order> copy() {
            State copy = new State();
            copy.idValue = idValue;
            copy.deliveryZip = deliveryZip;
            copy.deliveryStreet = deliveryStreet;
            copy.deliveryCity = deliveryCity;
            copy.deliverySpotLatitude = deliverySpotLatitude;
            copy.deliverySpotLongitude = deliverySpotLongitude;
            copy.totalAmount = totalAmount;
            copy.totalCurrency = totalCurrency;
            copy.mailAddress = mailAddress;
            return copy;
        }
    }
}
