package dev.dovetail.type;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/**
 * Times, cut to the digits after the second that the type keeps.
 *
 * @param javaClass the class of the values
 */
record TimeValues<J extends Temporal>(Class<J> javaClass) implements Values<J> {
    private static final int NANOSECOND_DIGITS = 9;

    @Override
    public Codec<J> codec(BasicType<J> type) {
        return StandardCodecs.ofKind(type);
    }

    @Override
    public boolean same(BasicType<J> type, J a, J b) {
        J one = atPrecision(type, a);
        J other = atPrecision(type, b);
        return one instanceof OffsetDateTime moment ? moment.isEqual((OffsetDateTime) other) : one.equals(other);
    }

    @Override
    public J atPrecision(BasicType<J> type, J value) {
        long unit = 1;
        for (int digit = type.precision().orElse(NANOSECOND_DIGITS); digit < NANOSECOND_DIGITS; digit++) {
            unit *= 10;
        }
        long nanoseconds = value.getLong(ChronoField.NANO_OF_SECOND);
        long rest = nanoseconds % unit;
        return rest == 0 ? value : javaClass.cast(value.with(ChronoField.NANO_OF_SECOND, nanoseconds - rest));
    }
}
