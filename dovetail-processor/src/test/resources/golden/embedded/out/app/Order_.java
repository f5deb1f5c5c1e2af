package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EmbeddedPath;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToMany;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Order} for queries. Written by Dovetail's processor. */
public final class Order_ extends EntityPath<Order> {

    /** The table itself, without an alias. */
    public static final Order_ ORDER = new Order_(null);

    /** {@link Order#id}. */
    public final IdPath id = new IdPath();

    /** The columns of {@link Order#id}. */
    public final class IdPath extends EmbeddedPath<Order, OrderId> {

        /** {@link OrderId#value()} of {@link Order#id}. */
        public final NumericAttribute<Order, Integer> value = number("id.value", Integer.class);

        private IdPath() {
            super(Order_.this, "id", Order_Mapper::idParts);
        }
    }

    /** {@link Order#delivery}. */
    public final DeliveryPath delivery = new DeliveryPath();

    /** The columns of {@link Order#delivery}. */
    public final class DeliveryPath extends EmbeddedPath<Order, Address> {

        /** {@link Address#zip()} of {@link Order#delivery}. */
        public final NumericAttribute<Order, Integer> zip = number("delivery.zip", Integer.class);

        /** {@link Address#street()} of {@link Order#delivery}. */
        public final TextAttribute<Order> street = text("delivery.street");

        /** {@link Address#city()} of {@link Order#delivery}. */
        public final TextAttribute<Order> city = text("delivery.city");

        /** {@link Address#spot()} of {@link Order#delivery}. */
        public final DeliverySpotPath spot = new DeliverySpotPath();

        /** The columns of {@link Order#delivery}. */
        public final class DeliverySpotPath extends EmbeddedPath<Order, Address.Spot> {

            /** {@link Address.Spot#latitude()} of {@link Order#delivery}. */
            public final NumericAttribute<Order, Double> latitude = number("delivery.spot.latitude", Double.class);

            /** {@link Address.Spot#longitude()} of {@link Order#delivery}. */
            public final NumericAttribute<Order, Double> longitude = number("delivery.spot.longitude", Double.class);

            private DeliverySpotPath() {
                super(Order_.this, "delivery.spot", Order_Mapper::deliverySpotParts);
            }
        }

        private DeliveryPath() {
            super(Order_.this, "delivery", Order_Mapper::deliveryParts);
        }
    }

    /** {@link Order#total}. */
    public final TotalPath total = new TotalPath();

    /** The columns of {@link Order#total}. */
    public final class TotalPath extends EmbeddedPath<Order, Money> {

        /** {@link Money#amount()} of {@link Order#total}. */
        public final NumericAttribute<Order, BigDecimal> amount = number("total.amount", BigDecimal.class);

        /** {@link Money#currency()} of {@link Order#total}. */
        public final Attribute<Order, Money.Currency> currency = attribute("total.currency", Money.Currency.class);

        private TotalPath() {
            super(Order_.this, "total", Order_Mapper::totalParts);
        }
    }

    /** {@link Order#mail}. */
    public final MailPath mail = new MailPath();

    /** The columns of {@link Order#mail}. */
    public final class MailPath extends EmbeddedPath<Order, Mail> {

        /** {@link Mail#address()} of {@link Order#mail}. */
        public final TextAttribute<Order> address = text("mail.address");

        private MailPath() {
            super(Order_.this, "mail", Order_Mapper::mailParts);
        }
    }

    /** {@link Order#lines}. */
    public final ToMany<Order, OrderLine, OrderLine_> lines =
            many("lines", alias -> alias == null ? OrderLine_.ORDER_LINE : OrderLine_.ORDER_LINE.as(alias));

    private Order_(@Nullable String alias) {
        super(Order_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Order_ as(String alias) {
        return new Order_(alias);
    }
}
