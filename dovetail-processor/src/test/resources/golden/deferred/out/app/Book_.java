package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Book} for queries. Written by Dovetail's processor. */
public final class Book_ extends EntityPath<Book> {

    /** The table itself, without an alias. */
    public static final Book_ BOOK = new Book_(null);

    /** {@link Book#id}. */
    public final NumericAttribute<Book, Integer> id = number("id", Integer.class);

    /** {@link Book#body}. */
    public final TextAttribute<Book> body = text("body");

    /** {@link Book#title}. */
    public final TextAttribute<Book> title = text("title");

    /** {@link Book#cover}. */
    public final Attribute<Book, byte[]> cover = attribute("cover", byte[].class);

    private Book_(@Nullable String alias) {
        super(Book_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Book_ as(String alias) {
        return new Book_(alias);
    }
}
