package dev.dovetail.integrity;

import dev.dovetail.compile.ErrorReport;
import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a statement that cannot be held, where the database does not name their column: those that it prints, those
 * beyond the limit that it gives, or else those that do not fit the type of their column.
 */
final class MisfitFinder {

    /** The length of a text: {@code character varying(20)}. */
    private static final Pattern LENGTH = Pattern.compile("\\((\\d{1,9})\\)");

    /** What the absolute value of a number must stay below: {@code 10^4}. */
    private static final Pattern MAGNITUDE = Pattern.compile("10\\^(\\d{1,4})");

    private static final Map<String, BigDecimal> GREATEST = Map.of(
            "smallint", BigDecimal.valueOf(Short.MAX_VALUE),
            "integer", BigDecimal.valueOf(Integer.MAX_VALUE),
            "bigint", BigDecimal.valueOf(Long.MAX_VALUE));

    private final ErrorReport report;
    private final @Nullable Column<?> named;

    /** A value of a row that may be the one. */
    record Suspect(WrittenRow row, Column<?> column, Object value) {}

    /**
     * Looks for values.
     *
     * @param report what the database says of the value and of its limit
     * @param named the column, if the database names it
     */
    MisfitFinder(ErrorReport report, @Nullable Column<?> named) {
        this.report = report;
        this.named = named;
    }

    List<Suspect> among(Table table, List<WrittenRow> rows) {
        List<Suspect> suspects = new ArrayList<>();
        for (WrittenRow row : rows) {
            for (Column<?> column : table.columns()) {
                Object value = row.values().get(column.name());
                if (value != null && (named == null || named == column) && isSuspect(column, value)) {
                    suspects.add(new Suspect(row, column, value));
                }
            }
        }
        return suspects;
    }

    private boolean isSuspect(Column<?> column, Object value) {
        if (report.values().size() == 1) {
            return String.valueOf(value).equals(report.values().get(0));
        }
        String limit = report.expression();
        return limit == null ? !fits(column, value) : exceeds(limit, value);
    }

    private static <T> boolean fits(Column<T> column, Object value) {
        Class<T> type = column.type().javaClass();
        if (type.isInstance(value)) {
            return column.type().misfit(type.cast(value)) == null;
        }
        // Hand-written SQL has texts where a number belongs, and numbers of any size.
        return !Number.class.isAssignableFrom(type) || PrintedValues.read(String.valueOf(value), type) != null;
    }

    private static boolean exceeds(String limit, Object value) {
        Matcher length = LENGTH.matcher(limit);
        if (length.find()) {
            return value instanceof String text
                    && text.codePointCount(0, text.length()) > Integer.parseInt(length.group(1));
        }
        BigDecimal number = value instanceof Number || value instanceof String
                ? (BigDecimal) PrintedValues.read(String.valueOf(value), BigDecimal.class)
                : null;
        if (number == null) {
            return false;
        }
        Matcher magnitude = MAGNITUDE.matcher(limit);
        if (magnitude.find()) {
            BigDecimal below = BigDecimal.TEN.pow(Integer.parseInt(magnitude.group(1)));
            return number.abs().setScale(0, RoundingMode.DOWN).compareTo(below) >= 0;
        }
        BigDecimal greatest = GREATEST.get(limit);
        return greatest != null
                && (number.compareTo(greatest) > 0
                        || number.compareTo(greatest.negate().subtract(BigDecimal.ONE)) < 0);
    }
}
