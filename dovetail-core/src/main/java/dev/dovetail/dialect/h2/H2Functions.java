package dev.dovetail.dialect.h2;

import dev.dovetail.sql.SqlFunction;
import java.util.Map;

/** Functions that H2 writes otherwise. */
final class H2Functions {
    static final Map<SqlFunction, String> TEMPLATES = Map.ofEntries(
            Map.entry(SqlFunction.BIT_AND, "bitand({0}, {1})"),
            Map.entry(SqlFunction.BIT_OR, "bitor({0}, {1})"),
            Map.entry(SqlFunction.BIT_XOR, "bitxor({0}, {1})"),
            Map.entry(SqlFunction.BIT_NOT, "bitnot({0})"),
            Map.entry(SqlFunction.SHIFT_LEFT, "lshift({0}, {1})"),
            Map.entry(SqlFunction.SHIFT_RIGHT, "rshift({0}, {1})"),
            Map.entry(SqlFunction.DATE_PLUS_DAYS, "dateadd(DAY, {1}, {0})"),
            Map.entry(SqlFunction.DATE_PLUS_MONTHS, "dateadd(MONTH, {1}, {0})"),
            Map.entry(SqlFunction.DAYS_BETWEEN, "datediff(DAY, {0}, {1})"),
            Map.entry(SqlFunction.TIMESTAMP_PLUS_MICROSECONDS, "dateadd(MICROSECOND, {1}, {0})"),
            Map.entry(SqlFunction.YEAR, "extract(YEAR FROM {0})"),
            Map.entry(SqlFunction.MONTH, "extract(MONTH FROM {0})"),
            Map.entry(SqlFunction.DAY, "extract(DAY FROM {0})"),
            Map.entry(SqlFunction.HOUR, "extract(HOUR FROM {0})"),
            Map.entry(SqlFunction.MINUTE, "extract(MINUTE FROM {0})"),
            Map.entry(SqlFunction.SECOND, "extract(SECOND FROM {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_YEAR, "date_trunc(YEAR, {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_MONTH, "date_trunc(MONTH, {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_DAY, "date_trunc(DAY, {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_HOUR, "date_trunc(HOUR, {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_MINUTE, "date_trunc(MINUTE, {0})"));

    private H2Functions() {}
}
