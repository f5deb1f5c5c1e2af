package app;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.ToOne;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Delivery} for queries. Written by Dovetail's processor. */
public final class Delivery_ extends EntityPath<Delivery> {

    /** The table itself, without an alias. */
    public static final Delivery_ DELIVERY = new Delivery_(null);

    /** {@link Delivery#id}. */
    public final NumericAttribute<Delivery, Integer> id = number("id", Integer.class);

    /** {@link Delivery#orderId}. */
    public final NumericAttribute<Delivery, Integer> orderId = number("orderId", Integer.class);

    /** {@link Delivery#lineNumber}. */
    public final NumericAttribute<Delivery, Integer> lineNumber = number("lineNumber", Integer.class);

    /** {@link Delivery#weight}. */
    public final NumericAttribute<Delivery, Double> weight = number("weight", Double.class);

    /** {@link Delivery#line}. */
    public final ToOne<Delivery, OrderLine, OrderLine_> line =
            one("line", alias -> alias == null ? OrderLine_.ORDER_LINE : OrderLine_.ORDER_LINE.as(alias));

    private Delivery_(@Nullable String alias) {
        super(Delivery_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Delivery_ as(String alias) {
        return new Delivery_(alias);
    }
}
