package dev.dovetail.type;

import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.function.BiPredicate;

/**
 * Times, cut to the digits after the second that the type keeps.
 *
 * @param javaClass the class of the values
 * @param reader reads from JDBC
 * @param binder binds to JDBC
 * @param equal whether two values, already cut, are the same for a database
 */
record TimeValues<J extends Temporal>(
        Class<J> javaClass, Codec.Reader<J> reader, Codec.Binder<J> binder, BiPredicate<J, J> equal)
        implements Values<J> {
    private static final int NANOSECOND_DIGITS = 9;

    @Override
    public Codec<J> codec(BasicType<J> type) {
        return Codec.of(type.kind().jdbcType(), reader, binder);
    }

    @Override
    public boolean same(BasicType<J> type, J a, J b) {
        return equal.test(atPrecision(type, a), atPrecision(type, b));
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
