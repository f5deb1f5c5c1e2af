package app;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToOne;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Child} for queries. Written by Dovetail's processor. */
public final class Child_ extends EntityPath<Child> {

    /** The table itself, without an alias. */
    public static final Child_ CHILD = new Child_(null);

    /** {@link Child#id}. */
    public final NumericAttribute<Child, Integer> id = number("id", Integer.class);

    /** {@link Child#name}. */
    public final TextAttribute<Child> name = text("name");

    /** {@link Child#parentId}. */
    public final NumericAttribute<Child, Integer> parentId = number("parentId", Integer.class);

    /** {@link Child#parent}. */
    public final ToOne<Child, Parent, Parent_> parent =
            one("parent", alias -> alias == null ? Parent_.PARENT : Parent_.PARENT.as(alias));

    private Child_(@Nullable String alias) {
        super(Child_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Child_ as(String alias) {
        return new Child_(alias);
    }
}
