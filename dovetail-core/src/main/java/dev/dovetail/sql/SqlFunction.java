package dev.dovetail.sql;

/**
 * Functions that databases have under several names, or write as operators; how each is written is said by the dialect.
 * {@link FunctionCall} is for those that are called by their own name.
 */
public enum SqlFunction {
    // Texts
    /** The number of characters of a text. */
    LENGTH,
    /** A part of a text: from a position, counted from 1, a number of characters. */
    SUBSTRING,
    /** A text without spaces at either end. */
    TRIM,
    /** A text without spaces at its start. */
    TRIM_START,
    /** A text without spaces at its end. */
    TRIM_END,
    /** A text with each occurrence of another replaced. */
    REPLACE,
    /** Where in a text another begins, counted from 1; 0 if nowhere. */
    POSITION,
    /** A text of a length, filled up at its start. */
    PAD_START,
    /** A text of a length, filled up at its end. */
    PAD_END,
    /** Whether a part of a text fits a regular expression. */
    REGEX_MATCH,
    /** A text with all that fits a regular expression replaced. */
    REGEX_REPLACE,
    // Numbers
    /** The number with the opposite sign. */
    NEGATE,
    /** The number without its sign. */
    ABS,
    /** The number to so many digits behind the point. */
    ROUND,
    /** The greatest whole number that is not greater. */
    FLOOR,
    /** The least whole number that is not less. */
    CEILING,
    /** -1, 0 or 1. */
    SIGN,
    /** A number to the power of another. */
    POWER,
    /** The square root. */
    SQRT,
    /** e to the power of a number. */
    EXP,
    /** The natural logarithm. */
    LN,
    /** A random number, at least 0 and less than 1. */
    RANDOM,
    /** The bits that are set in both. */
    BIT_AND,
    /** The bits that are set in one of both. */
    BIT_OR,
    /** The bits that are set in one of both, not in the other. */
    BIT_XOR,
    /** The bits that are not set. */
    BIT_NOT,
    /** The bits, moved to the left. */
    SHIFT_LEFT,
    /** The bits, moved to the right. */
    SHIFT_RIGHT,
    // Choices
    /** The greatest of some values. */
    GREATEST,
    /** The least of some values. */
    LEAST,
    /** A value, NULL where it is equal to another. */
    NULLIF,
    // Days and times
    /** The day. */
    CURRENT_DATE,
    /** The time of day. */
    CURRENT_TIME,
    /** The moment. */
    CURRENT_TIMESTAMP,
    /** Day and time in UTC, which is the zone of every connection. */
    LOCAL_TIMESTAMP,
    /** The year of a time. */
    YEAR,
    /** The month, from 1 of a time. */
    MONTH,
    /** The day of the month of a time. */
    DAY,
    /** The hour of a time. */
    HOUR,
    /** The minute of a time. */
    MINUTE,
    /** The second, without its fraction of a time. */
    SECOND,
    /** The beginning of a time's year. */
    TRUNCATE_TO_YEAR,
    /** The beginning of a time's month. */
    TRUNCATE_TO_MONTH,
    /** The beginning of a time's day. */
    TRUNCATE_TO_DAY,
    /** The beginning of a time's hour. */
    TRUNCATE_TO_HOUR,
    /** The beginning of a time's minute. */
    TRUNCATE_TO_MINUTE,
    /** A day so many days later. */
    DATE_PLUS_DAYS,
    /** A day so many months later; the last of the month where that has no such day. */
    DATE_PLUS_MONTHS,
    /** The number of days from one day to another. */
    DAYS_BETWEEN,
    /** A time so many microseconds later. */
    TIMESTAMP_PLUS_MICROSECONDS,
    // JSON
    /** Whether a JSON value contains another. */
    JSON_CONTAINS,
    // Arrays
    /** Whether an array has an element. */
    ARRAY_HAS,
    /** Whether an array has all elements of another. */
    ARRAY_CONTAINS,
    /** The number of elements of an array. */
    ARRAY_LENGTH,
    /** An element of an array, counted from 1. */
    ARRAY_ELEMENT
}
