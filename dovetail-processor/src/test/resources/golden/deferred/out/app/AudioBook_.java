package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link AudioBook} for queries. Written by Dovetail's processor. */
public final class AudioBook_ extends EntityPath<AudioBook> {

    /** The table itself, without an alias. */
    public static final AudioBook_ AUDIO_BOOK = new AudioBook_(null);

    /** {@link AudioBook#id}. */
    public final NumericAttribute<AudioBook, Integer> id = number("id", Integer.class);

    /** {@link AudioBook#body}. */
    public final TextAttribute<AudioBook> body = text("body");

    /** {@link AudioBook#title}. */
    public final TextAttribute<AudioBook> title = text("title");

    /** {@link AudioBook#cover}. */
    public final Attribute<AudioBook, byte[]> cover = attribute("cover", byte[].class);

    /** {@link AudioBook#listeners}. */
    public final NumericAttribute<AudioBook, Long> listeners = number("listeners", Long.class);

    private AudioBook_(@Nullable String alias) {
        super(AudioBook_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public AudioBook_ as(String alias) {
        return new AudioBook_(alias);
    }
}
