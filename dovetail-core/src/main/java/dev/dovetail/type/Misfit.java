package dev.dovetail.type;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reasons for which databases cannot hold values, in words; null stands for none. For dialects. */
public final class Misfit {
    private Misfit() {}

    /**
     * A value outside of what a database holds.
     *
     * @param <T> the Java class
     * @param database its name
     * @param value the value
     * @param least the least value that it holds
     * @param greatest the greatest
     * @return the reason, null if the value is between them
     */
    public static <T extends Comparable<? super T>> @Nullable String outside(
            String database, T value, T least, T greatest) {
        return value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0
                ? null
                : database + " holds " + least + " to " + greatest + ", which " + value + " is not in";
    }

    /**
     * A number that is none.
     *
     * @param database the name of a database without NaN and the infinities
     * @param value the number
     * @return the reason, null if the number is finite
     */
    public static @Nullable String notFinite(String database, Number value) {
        return Double.isFinite(value.doubleValue()) ? null : database + " cannot hold " + value;
    }

    /**
     * A decimal with more digits than a database holds.
     *
     * @param database its name
     * @param value the number
     * @param whole the greatest number of digits before the decimal point
     * @param fraction the greatest number of digits after it
     * @return the reason, null if the number has no more
     */
    public static @Nullable String tooManyDigits(String database, BigDecimal value, int whole, int fraction) {
        BigDecimal shortest = value.stripTrailingZeros();
        boolean fits = shortest.signum() == 0
                || shortest.scale() <= fraction && (long) shortest.precision() - shortest.scale() <= whole;
        return fits
                ? null
                : database + " holds " + whole + " digits before the decimal point and " + fraction
                        + " after it, which " + value + " is not in";
    }
}
