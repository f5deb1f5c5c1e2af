package app;

import dev.dovetail.orm.attribute.EmbeddedPath;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.ToOne;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Parcel} for queries. Written by Dovetail's processor. */
public final class Parcel_ extends EntityPath<Parcel> {

    /** The table itself, without an alias. */
    public static final Parcel_ PARCEL = new Parcel_(null);

    /** {@link Parcel#id}. */
    public final NumericAttribute<Parcel, Integer> id = number("id", Integer.class);

    /** {@link Parcel#line}. */
    public final LinePath line = new LinePath();

    /** The columns of {@link Parcel#line}. */
    public final class LinePath extends EmbeddedPath<Parcel, OrderLine.Key> {

        /** {@link OrderLine.Key#order()} of {@link Parcel#line}. */
        public final NumericAttribute<Parcel, Integer> order = number("line.order", Integer.class);

        /** {@link OrderLine.Key#number()} of {@link Parcel#line}. */
        public final NumericAttribute<Parcel, Integer> number = number("line.number", Integer.class);

        private LinePath() {
            super(Parcel_.this, "line", Parcel_Mapper::lineParts);
        }
    }

    /** {@link Parcel#orderLine}. */
    public final ToOne<Parcel, OrderLine, OrderLine_> orderLine =
            one("orderLine", alias -> alias == null ? OrderLine_.ORDER_LINE : OrderLine_.ORDER_LINE.as(alias));

    /** {@link Parcel#second}. */
    public final ToOne<Parcel, OrderLine, OrderLine_> second =
            one("second", alias -> alias == null ? OrderLine_.ORDER_LINE : OrderLine_.ORDER_LINE.as(alias));

    private Parcel_(@Nullable String alias) {
        super(Parcel_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Parcel_ as(String alias) {
        return new Parcel_(alias);
    }
}
