package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EmbeddedPath;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.ToOne;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Sample} for queries. Written by Dovetail's processor. */
public final class Sample_ extends EntityPath<Sample> {

    /** The table itself, without an alias. */
    public static final Sample_ SAMPLE = new Sample_(null);

    /** {@link Sample#id}. */
    public final Attribute<Sample, Sample.Colour> id = attribute("id", Sample.Colour.class);

    /** {@link Sample#byPosition}. */
    public final Attribute<Sample, Sample.Colour> byPosition = attribute("byPosition", Sample.Colour.class);

    /** {@link Sample#byCode}. */
    public final Attribute<Sample, Sample.Colour> byCode = attribute("byCode", Sample.Colour.class);

    /** {@link Sample#byDatabase}. */
    public final Attribute<Sample, Sample.Colour> byDatabase = attribute("byDatabase", Sample.Colour.class);

    /** {@link Sample#bits}. */
    public final Attribute<Sample, BitSet> bits = attribute("bits", BitSet.class);

    /** {@link Sample#open}. */
    public final Attribute<Sample, Boolean> open = attribute("open", Boolean.class);

    /** {@link Sample#words}. */
    public final Attribute<Sample, List<String>> words = generic("words", List.class);

    /** {@link Sample#lines}. */
    public final Attribute<Sample, String[]> lines = attribute("lines", String[].class);

    /** {@link Sample#numbers}. */
    public final Attribute<Sample, List<Integer>> numbers = generic("numbers", List.class);

    /** {@link Sample#colours}. */
    public final Attribute<Sample, List<Sample.Colour>> colours = generic("colours", List.class);

    /** {@link Sample#moment}. */
    public final Attribute<Sample, Instant> moment = attribute("moment", Instant.class);

    /** {@link Sample#time}. */
    public final Attribute<Sample, LocalTime> time = attribute("time", LocalTime.class);

    /** {@link Sample#big}. */
    public final NumericAttribute<Sample, BigInteger> big = number("big", BigInteger.class);

    /** {@link Sample#palette}. */
    public final PalettePath palette = new PalettePath();

    /** The columns of {@link Sample#palette}. */
    public final class PalettePath extends EmbeddedPath<Sample, Sample.Palette> {

        /** {@link Sample.Palette#first()} of {@link Sample#palette}. */
        public final Attribute<Sample, Sample.Colour> first = attribute("palette.first", Sample.Colour.class);

        /** {@link Sample.Palette#open()} of {@link Sample#palette}. */
        public final Attribute<Sample, Boolean> open = attribute("palette.open", Boolean.class);

        /** {@link Sample.Palette#names()} of {@link Sample#palette}. */
        public final Attribute<Sample, List<String>> names = generic("palette.names", List.class);

        private PalettePath() {
            super(Sample_.this, "palette", Sample_Mapper::paletteParts);
        }
    }

    /** {@link Sample#other}. */
    public final ToOne<Sample, Sample, Sample_> other =
            one("other", alias -> alias == null ? Sample_.SAMPLE : Sample_.SAMPLE.as(alias));

    private Sample_(@Nullable String alias) {
        super(Sample_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Sample_ as(String alias) {
        return new Sample_(alias);
    }
}
