package dev.dovetail.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Exact decimals: 1.0 and 1.00 are the same number, and zeros at the end need no room. */
record DecimalValues() implements Values<BigDecimal> {
    @Override
    public Class<BigDecimal> javaClass() {
        return BigDecimal.class;
    }

    @Override
    public Codec<BigDecimal> codec(SqlKind kind) {
        return new StandardCodecs.Standard<>(
                kind.jdbcType(), ResultSet::getBigDecimal, PreparedStatement::setBigDecimal);
    }

    @Override
    public boolean same(BasicType<BigDecimal> type, BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    @Override
    public @Nullable String misfit(BasicType<BigDecimal> type, BigDecimal value) {
        if (type.precision().isEmpty()) {
            return null;
        }
        BigDecimal shortest = value.stripTrailingZeros();
        int scale = type.scale().orElse(0);
        boolean fits = shortest.scale() <= scale
                && shortest.precision() - shortest.scale() <= type.precision().getAsInt() - scale;
        return fits || shortest.signum() == 0 ? null : type + " cannot hold " + value.toPlainString();
    }
}
