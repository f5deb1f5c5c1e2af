package dev.dovetail.sql;

import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;

/**
 * Functions that mean the same on all databases, however they are written there; meant for static import. NULL in any
 * argument makes the result NULL, unless it says otherwise. Any other function of a database is called by {@link
 * Sql#function}.
 */
public final class Functions {
    private Functions() {}

    // Texts

    /**
     * The number of characters of a text; a character outside the basic plane, such as an emoji, is one. H2 counts it
     * as two.
     *
     * @param text the text
     * @return the number
     */
    public static NumericOperand<Integer> length(Operand<String> text) {
        return number(SqlFunction.LENGTH, Types.INTEGER, text);
    }

    /**
     * A part of a text.
     *
     * @param text the text
     * @param start the first character, counted from 1
     * @param length the number of characters
     * @return the part; shorter where the text ends before
     */
    public static TextOperand substring(Operand<String> text, int start, int length) {
        return text(SqlFunction.SUBSTRING, text, Value.of(start), Value.of(length));
    }

    /**
     * A text without spaces at either end.
     *
     * @param text the text
     * @return the text
     */
    public static TextOperand trim(Operand<String> text) {
        return text(SqlFunction.TRIM, text);
    }

    /**
     * A text without spaces at its start.
     *
     * @param text the text
     * @return the text
     */
    public static TextOperand trimStart(Operand<String> text) {
        return text(SqlFunction.TRIM_START, text);
    }

    /**
     * A text without spaces at its end.
     *
     * @param text the text
     * @return the text
     */
    public static TextOperand trimEnd(Operand<String> text) {
        return text(SqlFunction.TRIM_END, text);
    }

    /**
     * A text with each occurrence of another replaced.
     *
     * @param text the text
     * @param part what is replaced
     * @param by what takes its place
     * @return the text
     */
    public static TextOperand replace(Operand<String> text, String part, String by) {
        return text(SqlFunction.REPLACE, text, Value.of(part), Value.of(by));
    }

    /**
     * Where in a text another begins.
     *
     * @param text the text
     * @param part what is looked for
     * @return the position of the first occurrence, counted from 1; 0 if there is none
     */
    public static NumericOperand<Integer> position(Operand<String> text, String part) {
        return number(SqlFunction.POSITION, Types.INTEGER, text, Value.of(part));
    }

    /**
     * A text of a length, filled up at its start; a longer one is cut at its end.
     *
     * @param text the text
     * @param length the number of characters
     * @param fill what it is filled with
     * @return the text
     */
    public static TextOperand padStart(Operand<String> text, int length, String fill) {
        return text(SqlFunction.PAD_START, text, Value.of(length), Value.of(fill));
    }

    /**
     * A text of a length, filled up at its end; a longer one is cut there.
     *
     * @param text the text
     * @param length the number of characters
     * @param fill what it is filled with
     * @return the text
     */
    public static TextOperand padEnd(Operand<String> text, int length, String fill) {
        return text(SqlFunction.PAD_END, text, Value.of(length), Value.of(fill));
    }

    /**
     * Whether a part of a text fits a regular expression, in the language of the database.
     *
     * @param text the text
     * @param expression the regular expression
     * @return the condition
     */
    public static Condition matches(Operand<String> text, String expression) {
        return condition(SqlFunction.REGEX_MATCH, text, Value.of(expression));
    }

    /**
     * A text with all that fits a regular expression replaced. The replacement names groups as the database does:
     * {@code \\1} on PostgreSQL and MariaDB, {@code $1} on MySQL and H2.
     *
     * @param text the text
     * @param expression the regular expression
     * @param by what takes the place
     * @return the text
     */
    public static TextOperand replaceMatches(Operand<String> text, String expression, String by) {
        return text(SqlFunction.REGEX_REPLACE, text, Value.of(expression), Value.of(by));
    }

    // Numbers

    /**
     * The number without its sign.
     *
     * @param <N> the Java class of the number
     * @param number the number
     * @return the number
     */
    public static <N extends Number> NumericOperand<N> abs(Operand<N> number) {
        return number(SqlFunction.ABS, number.expression().type(), number);
    }

    /**
     * The greatest whole number that is not greater.
     *
     * @param <N> the Java class of the number
     * @param number the number
     * @return the number
     */
    public static <N extends Number> NumericOperand<N> floor(Operand<N> number) {
        return number(SqlFunction.FLOOR, number.expression().type(), number);
    }

    /**
     * The least whole number that is not less.
     *
     * @param <N> the Java class of the number
     * @param number the number
     * @return the number
     */
    public static <N extends Number> NumericOperand<N> ceiling(Operand<N> number) {
        return number(SqlFunction.CEILING, number.expression().type(), number);
    }

    /**
     * The number with so many digits behind the point; halves go away from zero for decimals.
     *
     * @param <N> the Java class of the number
     * @param number the number
     * @param digits how many
     * @return the number
     */
    public static <N extends Number> NumericOperand<N> round(Operand<N> number, int digits) {
        return number(SqlFunction.ROUND, number.expression().type(), number, Value.of(digits));
    }

    /**
     * The sign of a number.
     *
     * @param number the number
     * @return -1, 0 or 1
     */
    public static NumericOperand<Integer> sign(Operand<? extends Number> number) {
        return number(SqlFunction.SIGN, Types.INTEGER, number);
    }

    /**
     * A number to the power of another.
     *
     * @param base the number
     * @param exponent the other
     * @return the power
     */
    public static NumericOperand<Double> power(Operand<? extends Number> base, Number exponent) {
        return number(SqlFunction.POWER, Types.DOUBLE, base, Value.of(exponent));
    }

    /**
     * The square root.
     *
     * @param number the number
     * @return the result
     */
    public static NumericOperand<Double> sqrt(Operand<? extends Number> number) {
        return number(SqlFunction.SQRT, Types.DOUBLE, number);
    }

    /**
     * The number e to a power.
     *
     * @param number the number
     * @return the result
     */
    public static NumericOperand<Double> exp(Operand<? extends Number> number) {
        return number(SqlFunction.EXP, Types.DOUBLE, number);
    }

    /**
     * The natural logarithm.
     *
     * @param number the number
     * @return the result
     */
    public static NumericOperand<Double> ln(Operand<? extends Number> number) {
        return number(SqlFunction.LN, Types.DOUBLE, number);
    }

    /**
     * A random number.
     *
     * @return at least 0 and less than 1
     */
    public static NumericOperand<Double> random() {
        return number(SqlFunction.RANDOM, Types.DOUBLE);
    }

    /**
     * The bits that are set in both numbers.
     *
     * @param <N> the Java class of the number
     * @param left the first
     * @param right the second
     * @return the bits
     */
    public static <N extends Number> NumericOperand<N> bitAnd(Operand<N> left, N right) {
        return number(
                SqlFunction.BIT_AND,
                left.expression().type(),
                left,
                new Value<>(right, left.expression().type()));
    }

    /**
     * The bits that are set in one or both of two numbers.
     *
     * @param <N> the Java class of the number
     * @param left the first
     * @param right the second
     * @return the bits
     */
    public static <N extends Number> NumericOperand<N> bitOr(Operand<N> left, N right) {
        return number(
                SqlFunction.BIT_OR,
                left.expression().type(),
                left,
                new Value<>(right, left.expression().type()));
    }

    /**
     * The bits that are set in one of two numbers, and not in the other.
     *
     * @param <N> the Java class of the number
     * @param left the first
     * @param right the second
     * @return the bits
     */
    public static <N extends Number> NumericOperand<N> bitXor(Operand<N> left, N right) {
        return number(
                SqlFunction.BIT_XOR,
                left.expression().type(),
                left,
                new Value<>(right, left.expression().type()));
    }

    /**
     * The bits that are not set.
     *
     * @param <N> the Java class of the number
     * @param number the number
     * @return the bits
     */
    public static <N extends Number> NumericOperand<N> bitNot(Operand<N> number) {
        return number(SqlFunction.BIT_NOT, number.expression().type(), number);
    }

    /**
     * The bits of a number, moved to the left.
     *
     * @param <N> the Java class of the number
     * @param number the number
     * @param bits how far
     * @return the bits
     */
    public static <N extends Number> NumericOperand<N> shiftLeft(Operand<N> number, int bits) {
        return number(SqlFunction.SHIFT_LEFT, number.expression().type(), number, Value.of(bits));
    }

    /**
     * The bits of a number, moved to the right.
     *
     * @param <N> the Java class of the number
     * @param number the number, not negative
     * @param bits how far
     * @return the bits
     */
    public static <N extends Number> NumericOperand<N> shiftRight(Operand<N> number, int bits) {
        return number(SqlFunction.SHIFT_RIGHT, number.expression().type(), number, Value.of(bits));
    }

    // Choices

    /**
     * The greatest of some values. Where one is NULL, PostgreSQL takes the greatest of the others, and all other
     * databases give NULL.
     *
     * @param <T> the Java class of the values
     * @param first the first
     * @param others the others
     * @return the greatest
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Expression<T> greatest(Operand<T> first, Operand<T>... others) {
        return new StandardFunction<>(
                SqlFunction.GREATEST,
                Lists.prepend(first, others),
                first.expression().type());
    }

    /**
     * The least of some values. Where one is NULL, PostgreSQL takes the least of the others, and all other databases
     * give NULL.
     *
     * @param <T> the Java class of the values
     * @param first the first
     * @param others the others
     * @return the least
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Expression<T> least(Operand<T> first, Operand<T>... others) {
        return new StandardFunction<>(
                SqlFunction.LEAST,
                Lists.prepend(first, others),
                first.expression().type());
    }

    /**
     * A value, or NULL where it is equal to another.
     *
     * @param <T> the Java class of the values
     * @param operand the value
     * @param value the other
     * @return the value or NULL
     */
    public static <T extends Comparable<?>> Expression<T> nullIf(Operand<T> operand, T value) {
        return nullIf(operand, new Value<>(value, operand.expression().type()));
    }

    /**
     * A value, or NULL where it is equal to another.
     *
     * @param <T> the Java class of the values
     * @param operand the value
     * @param value the other
     * @return the value or NULL
     */
    public static <T> Expression<T> nullIf(Operand<T> operand, Operand<T> value) {
        return StandardFunction.of(SqlFunction.NULLIF, operand.expression().type(), operand, value);
    }

    // Days and times

    /**
     * The day, in UTC, which is the zone of every connection.
     *
     * @return the time
     */
    public static Expression<LocalDate> currentDate() {
        return StandardFunction.of(SqlFunction.CURRENT_DATE, Types.DATE);
    }

    /**
     * The time of day, in UTC.
     *
     * @return the time
     */
    public static Expression<LocalTime> currentTime() {
        return StandardFunction.of(SqlFunction.CURRENT_TIME, Types.TIME);
    }

    /**
     * The moment: on PostgreSQL and H2 that at which the transaction began, elsewhere that of the statement.
     *
     * @return the time
     */
    public static Expression<Instant> currentTimestamp() {
        return StandardFunction.of(SqlFunction.CURRENT_TIMESTAMP, Types.INSTANT);
    }

    /**
     * Day and time, in UTC; as {@link #currentTimestamp}.
     *
     * @return the time
     */
    public static Expression<LocalDateTime> localTimestamp() {
        return StandardFunction.of(SqlFunction.LOCAL_TIMESTAMP, Types.TIMESTAMP);
    }

    /**
     * The year of a day or time; moments are taken in UTC.
     *
     * @param time the day or time
     * @return the number
     */
    public static NumericOperand<Integer> year(Operand<? extends Temporal> time) {
        return number(SqlFunction.YEAR, Types.INTEGER, time);
    }

    /**
     * The month, from 1, of a day or time; moments are taken in UTC.
     *
     * @param time the day or time
     * @return the number
     */
    public static NumericOperand<Integer> month(Operand<? extends Temporal> time) {
        return number(SqlFunction.MONTH, Types.INTEGER, time);
    }

    /**
     * The day of the month of a day or time; moments are taken in UTC.
     *
     * @param time the day or time
     * @return the number
     */
    public static NumericOperand<Integer> day(Operand<? extends Temporal> time) {
        return number(SqlFunction.DAY, Types.INTEGER, time);
    }

    /**
     * The hour of a time; moments are taken in UTC.
     *
     * @param time the time
     * @return the number
     */
    public static NumericOperand<Integer> hour(Operand<? extends Temporal> time) {
        return number(SqlFunction.HOUR, Types.INTEGER, time);
    }

    /**
     * The minute of a time; moments are taken in UTC.
     *
     * @param time the time
     * @return the number
     */
    public static NumericOperand<Integer> minute(Operand<? extends Temporal> time) {
        return number(SqlFunction.MINUTE, Types.INTEGER, time);
    }

    /**
     * The second, without its fraction, of a time; moments are taken in UTC.
     *
     * @param time the time
     * @return the number
     */
    public static NumericOperand<Integer> second(Operand<? extends Temporal> time) {
        return number(SqlFunction.SECOND, Types.INTEGER, time);
    }

    /**
     * The beginning of a time's year.
     *
     * @param time the time
     * @return the time
     */
    public static Expression<LocalDateTime> truncateToYear(Operand<LocalDateTime> time) {
        return StandardFunction.of(SqlFunction.TRUNCATE_TO_YEAR, Types.TIMESTAMP, time);
    }

    /**
     * The beginning of a time's month.
     *
     * @param time the time
     * @return the time
     */
    public static Expression<LocalDateTime> truncateToMonth(Operand<LocalDateTime> time) {
        return StandardFunction.of(SqlFunction.TRUNCATE_TO_MONTH, Types.TIMESTAMP, time);
    }

    /**
     * The beginning of a time's day.
     *
     * @param time the time
     * @return the time
     */
    public static Expression<LocalDateTime> truncateToDay(Operand<LocalDateTime> time) {
        return StandardFunction.of(SqlFunction.TRUNCATE_TO_DAY, Types.TIMESTAMP, time);
    }

    /**
     * The beginning of a time's hour.
     *
     * @param time the time
     * @return the time
     */
    public static Expression<LocalDateTime> truncateToHour(Operand<LocalDateTime> time) {
        return StandardFunction.of(SqlFunction.TRUNCATE_TO_HOUR, Types.TIMESTAMP, time);
    }

    /**
     * The beginning of a time's minute.
     *
     * @param time the time
     * @return the time
     */
    public static Expression<LocalDateTime> truncateToMinute(Operand<LocalDateTime> time) {
        return StandardFunction.of(SqlFunction.TRUNCATE_TO_MINUTE, Types.TIMESTAMP, time);
    }

    /**
     * A day so many days later.
     *
     * @param day the day
     * @param days how many, negative for an earlier day
     * @return the day
     */
    public static Expression<LocalDate> plusDays(Operand<LocalDate> day, int days) {
        return StandardFunction.of(SqlFunction.DATE_PLUS_DAYS, Types.DATE, day, Value.of(days));
    }

    /**
     * A day so many months later; the last of the month where that has no such day.
     *
     * @param day the day
     * @param months how many, negative for an earlier day
     * @return the day
     */
    public static Expression<LocalDate> plusMonths(Operand<LocalDate> day, int months) {
        return StandardFunction.of(SqlFunction.DATE_PLUS_MONTHS, Types.DATE, day, Value.of(months));
    }

    /**
     * The number of days from one day to another.
     *
     * @param from the one
     * @param to the other
     * @return the number, negative if the second is the earlier
     */
    public static NumericOperand<Integer> daysBetween(Operand<LocalDate> from, Operand<LocalDate> to) {
        return number(SqlFunction.DAYS_BETWEEN, Types.INTEGER, from, to);
    }

    /**
     * A time later by a duration, cut to microseconds.
     *
     * @param time the time
     * @param duration by how much, negative for an earlier time
     * @return the time
     */
    public static Expression<LocalDateTime> plus(Operand<LocalDateTime> time, Duration duration) {
        return StandardFunction.of(
                SqlFunction.TIMESTAMP_PLUS_MICROSECONDS, Types.TIMESTAMP, time, Value.of(duration.toNanos() / 1000));
    }

    // JSON and arrays

    /**
     * Whether a JSON value contains another: its members, its elements, or an equal value.
     *
     * @param <T> the Java class of the JSON
     * @param document the JSON value
     * @param part the other
     * @return the condition
     */
    public static <T> Condition jsonContains(Operand<T> document, Operand<T> part) {
        return condition(SqlFunction.JSON_CONTAINS, document, part);
    }

    /**
     * Begins the path to something in a JSON value.
     *
     * @param document the JSON value
     * @return the path, which leads to the value itself yet
     */
    public static JsonPath json(Operand<?> document) {
        return JsonPath.of(document);
    }

    /**
     * Whether an array has an element.
     *
     * @param array the array
     * @param element the element
     * @return the condition
     */
    public static Condition arrayHas(Operand<?> array, Operand<?> element) {
        return condition(SqlFunction.ARRAY_HAS, array, element);
    }

    /**
     * Whether an array has all elements of another, in whatever order.
     *
     * @param <T> the Java class of the arrays
     * @param array the array
     * @param part the other
     * @return the condition
     */
    public static <T> Condition arrayContains(Operand<T> array, Operand<T> part) {
        return condition(SqlFunction.ARRAY_CONTAINS, array, part);
    }

    /**
     * The number of elements of an array.
     *
     * @param array the array
     * @return the number
     */
    public static NumericOperand<Integer> arrayLength(Operand<?> array) {
        return number(SqlFunction.ARRAY_LENGTH, Types.INTEGER, array);
    }

    /**
     * An element of an array; NULL where there is none.
     *
     * @param <T> the Java class of the element
     * @param array the array
     * @param position counted from 1
     * @param type the type of the element
     * @return the element
     */
    public static <T> Expression<T> arrayElement(Operand<?> array, int position, Type<T> type) {
        return StandardFunction.of(SqlFunction.ARRAY_ELEMENT, type, array, Value.of(position));
    }

    private static TextOperand text(SqlFunction function, Operand<?>... operands) {
        return new TextView(StandardFunction.of(function, Types.TEXT, operands));
    }

    private static <N extends Number> NumericOperand<N> number(
            SqlFunction function, Type<N> type, Operand<?>... operands) {
        return new NumericView<>(StandardFunction.of(function, type, operands));
    }

    private static Condition condition(SqlFunction function, Operand<?>... operands) {
        return new Truth(StandardFunction.of(function, Types.BOOLEAN, operands));
    }
}
