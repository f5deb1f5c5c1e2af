package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.ToMany;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Author} for queries. Written by Dovetail's processor. */
public final class Author_ extends EntityPath<Author> {

    /** The table itself, without an alias. */
    public static final Author_ AUTHOR = new Author_(null);

    /** {@link Author#id}. */
    public final Attribute<Author, UUID> id = attribute("id", UUID.class);

    /** {@link Author#books}. */
    public final ToMany<Author, Book, Book_> books =
            many("books", alias -> alias == null ? Book_.BOOK : Book_.BOOK.as(alias));

    private Author_(@Nullable String alias) {
        super(Author_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Author_ as(String alias) {
        return new Author_(alias);
    }
}
