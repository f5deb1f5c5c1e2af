package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Manager} for queries. Written by Dovetail's processor. */
public final class Manager_ extends EntityPath<Manager> {

    /** The table itself, without an alias. */
    public static final Manager_ MANAGER = new Manager_(null);

    /** {@link Manager#createdAt}. */
    public final Attribute<Manager, Instant> createdAt = attribute("createdAt", Instant.class);

    /** {@link Manager#note}. */
    public final TextAttribute<Manager> note = text("note");

    /** {@link Manager#id}. */
    public final NumericAttribute<Manager, Integer> id = number("id", Integer.class);

    /** {@link Manager#name}. */
    public final TextAttribute<Manager> name = text("name");

    /** {@link Manager#level}. */
    public final NumericAttribute<Manager, Integer> level = number("level", Integer.class);

    /** {@link Manager#boss}. */
    public final ToOne<Manager, Manager, Manager_> boss =
            one("boss", alias -> alias == null ? Manager_.MANAGER : Manager_.MANAGER.as(alias));

    private Manager_(@Nullable String alias) {
        super(Manager_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Manager_ as(String alias) {
        return new Manager_(alias);
    }
}
