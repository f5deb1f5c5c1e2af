package app;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToOne;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Outer.Case} for queries. Written by Dovetail's processor. */
public final class Outer_Case_ extends EntityPath<Outer.Case> {

    /** The table itself, without an alias. */
    public static final Outer_Case_ CASE = new Outer_Case_(null);

    /** {@link Outer.Case#id}. */
    public final NumericAttribute<Outer.Case, Integer> id = number("id", Integer.class);

    /** {@link Outer.Case#row}. */
    public final TextAttribute<Outer.Case> row = text("row");

    /** {@link Outer.Case#copy}. */
    public final TextAttribute<Outer.Case> copy = text("copy");

    /** {@link Outer.Case#state}. */
    public final ToOne<Outer.Case, Outer.State, Outer_State_> state =
            one("state", alias -> alias == null ? Outer_State_.STATE : Outer_State_.STATE.as(alias));

    private Outer_Case_(@Nullable String alias) {
        super(Outer_Case_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Outer_Case_ as(String alias) {
        return new Outer_Case_(alias);
    }
}
