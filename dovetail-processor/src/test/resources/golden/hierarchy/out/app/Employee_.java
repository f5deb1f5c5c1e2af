package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Employee} for queries. Written by Dovetail's processor. */
public final class Employee_ extends EntityPath<Employee> {

    /** The table itself, without an alias. */
    public static final Employee_ EMPLOYEE = new Employee_(null);

    /** {@link Employee#createdAt}. */
    public final Attribute<Employee, Instant> createdAt = attribute("createdAt", Instant.class);

    /** {@link Employee#note}. */
    public final TextAttribute<Employee> note = text("note");

    /** {@link Employee#id}. */
    public final NumericAttribute<Employee, Integer> id = number("id", Integer.class);

    /** {@link Employee#name}. */
    public final TextAttribute<Employee> name = text("name");

    /** {@link Employee#boss}. */
    public final ToOne<Employee, Manager, Manager_> boss =
            one("boss", alias -> alias == null ? Manager_.MANAGER : Manager_.MANAGER.as(alias));

    private Employee_(@Nullable String alias) {
        super(Employee_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Employee_ as(String alias) {
        return new Employee_(alias);
    }
}
