package app;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Outer.State} for queries. Written by Dovetail's processor. */
public final class Outer_State_ extends EntityPath<Outer.State> {

    /** The table itself, without an alias. */
    public static final Outer_State_ STATE = new Outer_State_(null);

    /** {@link Outer.State#id}. */
    public final NumericAttribute<Outer.State, Integer> id = number("id", Integer.class);

    /** {@link Outer.State#instance}. */
    public final TextAttribute<Outer.State> instance = text("instance");

    /** {@link Outer.State#integer}. */
    public final NumericAttribute<Outer.State, Integer> integer = number("integer", Integer.class);

    private Outer_State_(@Nullable String alias) {
        super(Outer_State_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Outer_State_ as(String alias) {
        return new Outer_State_(alias);
    }
}
