package app;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToMany;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link OrderLine} for queries. Written by Dovetail's processor. */
public final class OrderLine_ extends EntityPath<OrderLine> {

    /** The table itself, without an alias. */
    public static final OrderLine_ ORDER_LINE = new OrderLine_(null);

    /** {@link OrderLine#orderId}. */
    public final NumericAttribute<OrderLine, Integer> orderId = number("orderId", Integer.class);

    /** {@link OrderLine#number}. */
    public final NumericAttribute<OrderLine, Integer> number = number("number", Integer.class);

    /** {@link OrderLine#article}. */
    public final TextAttribute<OrderLine> article = text("article");

    /** {@link OrderLine#deliveries}. */
    public final ToMany<OrderLine, Delivery, Delivery_> deliveries =
            many("deliveries", alias -> alias == null ? Delivery_.DELIVERY : Delivery_.DELIVERY.as(alias));

    private OrderLine_(@Nullable String alias) {
        super(OrderLine_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public OrderLine_ as(String alias) {
        return new OrderLine_(alias);
    }
}
