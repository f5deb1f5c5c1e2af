package dev.dovetail.compile;

import dev.dovetail.sql.SqlFunction;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How functions are written: {@code {0}} stands for the first argument, in brackets where it needs them, {@code {*}} for
 * all. Those of the SQL standard are here, or PostgreSQL's where it has none; a dialect has a table of those that it
 * writes otherwise.
 */
public final class FunctionTemplates {
    private static final Map<SqlFunction, String> STANDARD = new EnumMap<>(SqlFunction.class);

    static {
        STANDARD.put(SqlFunction.LENGTH, "char_length({0})");
        STANDARD.put(SqlFunction.SUBSTRING, "substring({0}, {1}, {2})");
        STANDARD.put(SqlFunction.TRIM, "trim({0})");
        STANDARD.put(SqlFunction.TRIM_START, "ltrim({0})");
        STANDARD.put(SqlFunction.TRIM_END, "rtrim({0})");
        STANDARD.put(SqlFunction.REPLACE, "replace({0}, {1}, {2})");
        STANDARD.put(SqlFunction.POSITION, "position({1} IN {0})");
        STANDARD.put(SqlFunction.PAD_START, "lpad({0}, {1}, {2})");
        STANDARD.put(SqlFunction.PAD_END, "rpad({0}, {1}, {2})");
        STANDARD.put(SqlFunction.REGEX_MATCH, "regexp_like({0}, {1})");
        STANDARD.put(SqlFunction.REGEX_REPLACE, "regexp_replace({0}, {1}, {2})");
        STANDARD.put(SqlFunction.NEGATE, "(-{0})");
        STANDARD.put(SqlFunction.ABS, "abs({0})");
        STANDARD.put(SqlFunction.ROUND, "round({0}, {1})");
        STANDARD.put(SqlFunction.FLOOR, "floor({0})");
        STANDARD.put(SqlFunction.CEILING, "ceiling({0})");
        STANDARD.put(SqlFunction.SIGN, "sign({0})");
        STANDARD.put(SqlFunction.POWER, "power({0}, {1})");
        STANDARD.put(SqlFunction.SQRT, "sqrt({0})");
        STANDARD.put(SqlFunction.EXP, "exp({0})");
        STANDARD.put(SqlFunction.LN, "ln({0})");
        STANDARD.put(SqlFunction.RANDOM, "rand()");
        STANDARD.put(SqlFunction.BIT_AND, "({0} & {1})");
        STANDARD.put(SqlFunction.BIT_OR, "({0} | {1})");
        STANDARD.put(SqlFunction.BIT_XOR, "({0} # {1})");
        STANDARD.put(SqlFunction.BIT_NOT, "(~{0})");
        STANDARD.put(SqlFunction.SHIFT_LEFT, "({0} << {1})");
        STANDARD.put(SqlFunction.SHIFT_RIGHT, "({0} >> {1})");
        STANDARD.put(SqlFunction.GREATEST, "greatest({*})");
        STANDARD.put(SqlFunction.LEAST, "least({*})");
        STANDARD.put(SqlFunction.NULLIF, "nullif({0}, {1})");
        STANDARD.put(SqlFunction.CURRENT_DATE, "current_date");
        STANDARD.put(SqlFunction.CURRENT_TIME, "localtime");
        STANDARD.put(SqlFunction.CURRENT_TIMESTAMP, "current_timestamp");
        STANDARD.put(SqlFunction.LOCAL_TIMESTAMP, "localtimestamp");
        STANDARD.put(SqlFunction.YEAR, "CAST(floor(extract(YEAR FROM {0})) AS INTEGER)");
        STANDARD.put(SqlFunction.MONTH, "CAST(floor(extract(MONTH FROM {0})) AS INTEGER)");
        STANDARD.put(SqlFunction.DAY, "CAST(floor(extract(DAY FROM {0})) AS INTEGER)");
        STANDARD.put(SqlFunction.HOUR, "CAST(floor(extract(HOUR FROM {0})) AS INTEGER)");
        STANDARD.put(SqlFunction.MINUTE, "CAST(floor(extract(MINUTE FROM {0})) AS INTEGER)");
        STANDARD.put(SqlFunction.SECOND, "CAST(floor(extract(SECOND FROM {0})) AS INTEGER)");
        STANDARD.put(SqlFunction.TRUNCATE_TO_YEAR, "date_trunc('year', {0})");
        STANDARD.put(SqlFunction.TRUNCATE_TO_MONTH, "date_trunc('month', {0})");
        STANDARD.put(SqlFunction.TRUNCATE_TO_DAY, "date_trunc('day', {0})");
        STANDARD.put(SqlFunction.TRUNCATE_TO_HOUR, "date_trunc('hour', {0})");
        STANDARD.put(SqlFunction.TRUNCATE_TO_MINUTE, "date_trunc('minute', {0})");
        STANDARD.put(SqlFunction.DATE_PLUS_DAYS, "({0} + {1})");
        STANDARD.put(SqlFunction.DATE_PLUS_MONTHS, "CAST({0} + {1} * INTERVAL '1 month' AS DATE)");
        STANDARD.put(SqlFunction.DAYS_BETWEEN, "({1} - {0})");
        STANDARD.put(SqlFunction.TIMESTAMP_PLUS_MICROSECONDS, "({0} + {1} * INTERVAL '1 microsecond')");
        STANDARD.put(SqlFunction.JSON_CONTAINS, "json_contains({0}, {1})");
        STANDARD.put(SqlFunction.ARRAY_HAS, "({1} = ANY({0}))");
        STANDARD.put(SqlFunction.ARRAY_CONTAINS, "({0} @> {1})");
        STANDARD.put(SqlFunction.ARRAY_LENGTH, "cardinality({0})");
        STANDARD.put(SqlFunction.ARRAY_ELEMENT, "({0})[{1}]");
    }

    private FunctionTemplates() {}

    /**
     * How a function is written where a dialect says nothing else.
     *
     * @param function the function
     * @return the template
     */
    public static String standard(SqlFunction function) {
        String template = STANDARD.get(function);
        if (template == null) {
            throw new IllegalStateException("no template for " + function);
        }
        return template;
    }

    /** What a database may lack for a function, null if all have it. */
    static @Nullable Capability capability(SqlFunction function) {
        return switch (function) {
            case PAD_START, PAD_END -> Capability.PADDING;
            case REGEX_MATCH, REGEX_REPLACE -> Capability.REGULAR_EXPRESSIONS;
            case TIMESTAMP_PLUS_MICROSECONDS -> Capability.TIMESTAMP_ARITHMETIC;
            case JSON_CONTAINS -> Capability.JSON_CONTAINMENT;
            case ARRAY_HAS, ARRAY_CONTAINS, ARRAY_LENGTH, ARRAY_ELEMENT -> Capability.ARRAYS;
            default -> null;
        };
    }
}
