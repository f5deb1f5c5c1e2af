package app;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToMany;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Parent} for queries. Written by Dovetail's processor. */
public final class Parent_ extends EntityPath<Parent> {

    /** The table itself, without an alias. */
    public static final Parent_ PARENT = new Parent_(null);

    /** {@link Parent#id}. */
    public final NumericAttribute<Parent, Integer> id = number("id", Integer.class);

    /** {@link Parent#name}. */
    public final TextAttribute<Parent> name = text("name");

    /** {@link Parent#children}. */
    public final ToMany<Parent, Child, Child_> children =
            many("children", alias -> alias == null ? Child_.CHILD : Child_.CHILD.as(alias));

    private Parent_(@Nullable String alias) {
        super(Parent_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Parent_ as(String alias) {
        return new Parent_(alias);
    }
}
