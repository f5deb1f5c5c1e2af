package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.orm.attribute.ToMany;
import dev.dovetail.orm.attribute.ToOne;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Account} for queries. Written by Dovetail's processor. */
public final class Account_ extends EntityPath<Account> {

    /** The table itself, without an alias. */
    public static final Account_ ACCOUNT = new Account_(null);

    /** {@link Account#id}. */
    public final NumericAttribute<Account, Long> id = number("id", Long.class);

    /** {@link Account#name}. */
    public final TextAttribute<Account> name = text("name");

    /** {@link Account#logins}. */
    public final NumericAttribute<Account, Integer> logins = number("logins", Integer.class);

    /** {@link Account#date}. */
    public final Attribute<Account, LocalDate> date = attribute("date", LocalDate.class);

    /** {@link Account#referrer}. */
    public final ToOne<Account, Account, Account_> referrer =
            one("referrer", alias -> alias == null ? Account_.ACCOUNT : Account_.ACCOUNT.as(alias));

    /** {@link Account#referred}. */
    public final ToMany<Account, Account, Account_> referred =
            many("referred", alias -> alias == null ? Account_.ACCOUNT : Account_.ACCOUNT.as(alias));

    private Account_(@Nullable String alias) {
        super(Account_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Account_ as(String alias) {
        return new Account_(alias);
    }
}
