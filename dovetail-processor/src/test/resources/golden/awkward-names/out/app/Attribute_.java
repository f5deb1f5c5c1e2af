package app;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Attribute} for queries. Written by Dovetail's processor. */
public final class Attribute_ extends EntityPath<Attribute> {

    /** The table itself, without an alias. */
    public static final Attribute_ ATTRIBUTE = new Attribute_(null);

    /** {@link Attribute#id}. */
    public final NumericAttribute<Attribute, Integer> id = number("id", Integer.class);

    /** {@link Attribute#attribute}. */
    public final dev.dovetail.orm.attribute.Attribute<Attribute, Boolean> attribute =
            attribute("attribute", Boolean.class);

    private Attribute_(@Nullable String alias) {
        super(Attribute_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Attribute_ as(String alias) {
        return new Attribute_(alias);
    }
}
