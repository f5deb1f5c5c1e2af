package dev.dovetail.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimals: 1.0 and 1.00 are the same number, and zeros at the end need no room. What is read has the scale of the
 * type; without one, it has no zeros at its end.
 */
record DecimalValues() implements Values<BigDecimal> {
    @Override
    public Class<BigDecimal> javaClass() {
        return BigDecimal.class;
    }

    @Override
    public Codec<BigDecimal> codec(BasicType<BigDecimal> type) {
        return Codec.of(
                type.kind().jdbcType(),
                (rs, i) -> atScale(type, rs.getBigDecimal(i)),
                PreparedStatement::setBigDecimal);
    }

    /** A number that was computed may have more digits than its type says; they stay. */
    private static @Nullable BigDecimal atScale(BasicType<BigDecimal> type, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        int least = type.scale().orElse(0);
        if (value.scale() == least) {
            return value;
        }
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() >= least ? shortest : shortest.setScale(least, RoundingMode.UNNECESSARY);
    }

    @Override
    public boolean same(BasicType<BigDecimal> type, BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    @Override
    public @Nullable String misfit(BasicType<BigDecimal> type, BigDecimal value) {
        return type.precision().isEmpty()
                ? null
                : misfit(type, type.precision().getAsInt(), type.scale().orElse(0), value);
    }

    /** Why a number needs more digits than there are; null if it does not. */
    static @Nullable String misfit(BasicType<?> type, int precision, int scale, BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        boolean fits = shortest.scale() <= scale && (long) shortest.precision() - shortest.scale() <= precision - scale;
        return fits || shortest.signum() == 0 ? null : type + " cannot hold " + text(value);
    }

    // Written out, 1E+1000000000 would fill the memory.
    private static String text(BigDecimal value) {
        return Math.abs((long) value.scale()) < 100 ? value.toPlainString() : value.toString();
    }
}
