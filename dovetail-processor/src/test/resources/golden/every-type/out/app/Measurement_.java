package app;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.NumericAttribute;
import dev.dovetail.orm.attribute.TextAttribute;
import dev.dovetail.type.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Measurement} for queries. Written by Dovetail's processor. */
public final class Measurement_ extends EntityPath<Measurement> {

    /** The table itself, without an alias. */
    public static final Measurement_ MEASUREMENT = new Measurement_(null);

    /** {@link Measurement#id}. */
    public final Attribute<Measurement, UUID> id = attribute("id", UUID.class);

    /** {@link Measurement#intValue}. */
    public final NumericAttribute<Measurement, Integer> intValue = number("intValue", Integer.class);

    /** {@link Measurement#longValue}. */
    public final NumericAttribute<Measurement, Long> longValue = number("longValue", Long.class);

    /** {@link Measurement#shortValue}. */
    public final NumericAttribute<Measurement, Short> shortValue = number("shortValue", Short.class);

    /** {@link Measurement#doubleValue}. */
    public final NumericAttribute<Measurement, Double> doubleValue = number("doubleValue", Double.class);

    /** {@link Measurement#floatValue}. */
    public final NumericAttribute<Measurement, Float> floatValue = number("floatValue", Float.class);

    /** {@link Measurement#booleanValue}. */
    public final Attribute<Measurement, Boolean> booleanValue = attribute("booleanValue", Boolean.class);

    /** {@link Measurement#integer}. */
    public final NumericAttribute<Measurement, Integer> integer = number("integer", Integer.class);

    /** {@link Measurement#wideInteger}. */
    public final NumericAttribute<Measurement, Long> wideInteger = number("wideInteger", Long.class);

    /** {@link Measurement#shortInteger}. */
    public final NumericAttribute<Measurement, Short> shortInteger = number("shortInteger", Short.class);

    /** {@link Measurement#real}. */
    public final NumericAttribute<Measurement, Double> real = number("real", Double.class);

    /** {@link Measurement#shortReal}. */
    public final NumericAttribute<Measurement, Float> shortReal = number("shortReal", Float.class);

    /** {@link Measurement#flag}. */
    public final Attribute<Measurement, Boolean> flag = attribute("flag", Boolean.class);

    /** {@link Measurement#text}. */
    public final TextAttribute<Measurement> text = text("text");

    /** {@link Measurement#longText}. */
    public final TextAttribute<Measurement> longText = text("longText");

    /** {@link Measurement#price}. */
    public final NumericAttribute<Measurement, BigDecimal> price = number("price", BigDecimal.class);

    /** {@link Measurement#number}. */
    public final NumericAttribute<Measurement, BigDecimal> number = number("number", BigDecimal.class);

    /** {@link Measurement#count}. */
    public final NumericAttribute<Measurement, BigInteger> count = number("count", BigInteger.class);

    /** {@link Measurement#hash}. */
    public final Attribute<Measurement, byte[]> hash = attribute("hash", byte[].class);

    /** {@link Measurement#content}. */
    public final Attribute<Measurement, byte[]> content = attribute("content", byte[].class);

    /** {@link Measurement#day}. */
    public final Attribute<Measurement, LocalDate> day = attribute("day", LocalDate.class);

    /** {@link Measurement#time}. */
    public final Attribute<Measurement, LocalTime> time = attribute("time", LocalTime.class);

    /** {@link Measurement#measuredAt}. */
    public final Attribute<Measurement, OffsetDateTime> measuredAt = attribute("measuredAt", OffsetDateTime.class);

    /** {@link Measurement#second}. */
    public final Attribute<Measurement, LocalDateTime> second = attribute("second", LocalDateTime.class);

    /** {@link Measurement#createdAt}. */
    public final Attribute<Measurement, LocalDateTime> createdAt = attribute("createdAt", LocalDateTime.class);

    /** {@link Measurement#updatedAt}. */
    public final Attribute<Measurement, Instant> updatedAt = attribute("updatedAt", Instant.class);

    /** {@link Measurement#quality}. */
    public final Attribute<Measurement, Measurement.Quality> quality = attribute("quality", Measurement.Quality.class);

    /** {@link Measurement#column}. */
    public final TextAttribute<Measurement> column = text("column");

    /** {@link Measurement#value}. */
    public final Attribute<Measurement, Measurement.Quality> value = attribute("value", Measurement.Quality.class);

    /** {@link Measurement#tiny}. */
    public final NumericAttribute<Measurement, Byte> tiny = number("tiny", Byte.class);

    /** {@link Measurement#tinyOrNull}. */
    public final NumericAttribute<Measurement, Byte> tinyOrNull = number("tinyOrNull", Byte.class);

    /** {@link Measurement#letter}. */
    public final Attribute<Measurement, Character> letter = attribute("letter", Character.class);

    /** {@link Measurement#letterOrNull}. */
    public final Attribute<Measurement, Character> letterOrNull = attribute("letterOrNull", Character.class);

    /** {@link Measurement#span}. */
    public final Attribute<Measurement, Duration> span = attribute("span", Duration.class);

    /** {@link Measurement#document}. */
    public final Attribute<Measurement, Json> document = attribute("document", Json.class);

    /** {@link Measurement#version}. */
    public final NumericAttribute<Measurement, Long> version = number("version", Long.class);

    private Measurement_(@Nullable String alias) {
        super(Measurement_Mapper.INSTANCE, alias);
    }

    /** The same table under another name. */
    @Override
    public Measurement_ as(String alias) {
        return new Measurement_(alias);
    }
}
