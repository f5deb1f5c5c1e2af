package app;

import dev.dovetail.orm.attribute.EmbeddedPath;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.ToOne;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link OrderLine} for queries. Written by Dovetail's processor. */
public final class OrderLine_ extends EntityPath<OrderLine> {

    /** The table itself, without an alias. */
    public static final OrderLine_ ORDER_LINE = new OrderLine_(null);

    /** {@link OrderLine#id}. */
    public final IdPath id = new IdPath();

    /** The columns of {@link OrderLine#id}. */
    public final class IdPath extends EmbeddedPath<OrderLine, OrderLine.Key> {

        /** {@link OrderLine.Key#order()} of {@link OrderLine#id}. */
        public final NumericAttribute<OrderLine, Integer> order = number("id.order", Integer.class);

        /** {@link OrderLine.Key#number()} of {@link OrderLine#id}. */
        public final NumericAttribute<OrderLine, Integer> number = number("id.number", Integer.class);

        private IdPath() {
            super(OrderLine_.this, "id", OrderLine_Mapper::idParts);
        }
    }

    /** {@link OrderLine#order}. */
    public final ToOne<OrderLine, Order, Order_> order =
            one("order", alias -> alias == null ? Order_.ORDER : Order_.ORDER.as(alias));

    private OrderLine_(@Nullable String alias) {
        super(OrderLine_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public OrderLine_ as(String alias) {
        return new OrderLine_(alias);
    }
}
