package dev.dovetail.dialect.mysql;

import dev.dovetail.sql.SqlFunction;
import java.util.Map;

/** Functions that MySQL and MariaDB write otherwise; their bit operators give unsigned numbers. */
final class MySqlFunctions {
    static final Map<SqlFunction, String> TEMPLATES = Map.ofEntries(
            Map.entry(SqlFunction.BIT_AND, "CAST({0} & {1} AS SIGNED)"),
            Map.entry(SqlFunction.BIT_OR, "CAST({0} | {1} AS SIGNED)"),
            Map.entry(SqlFunction.BIT_XOR, "CAST({0} ^ {1} AS SIGNED)"),
            Map.entry(SqlFunction.BIT_NOT, "CAST(~{0} AS SIGNED)"),
            Map.entry(SqlFunction.SHIFT_LEFT, "CAST({0} << {1} AS SIGNED)"),
            Map.entry(SqlFunction.SHIFT_RIGHT, "CAST({0} >> {1} AS SIGNED)"),
            Map.entry(SqlFunction.REGEX_MATCH, "({0} REGEXP {1})"),
            Map.entry(SqlFunction.CURRENT_TIME, "current_time(6)"),
            Map.entry(SqlFunction.CURRENT_TIMESTAMP, "current_timestamp(6)"),
            Map.entry(SqlFunction.LOCAL_TIMESTAMP, "localtimestamp(6)"),
            Map.entry(SqlFunction.DATE_PLUS_DAYS, "date_add({0}, INTERVAL {1} DAY)"),
            Map.entry(SqlFunction.DATE_PLUS_MONTHS, "date_add({0}, INTERVAL {1} MONTH)"),
            Map.entry(SqlFunction.DAYS_BETWEEN, "datediff({1}, {0})"),
            Map.entry(SqlFunction.TIMESTAMP_PLUS_MICROSECONDS, "date_add({0}, INTERVAL {1} MICROSECOND)"),
            Map.entry(SqlFunction.YEAR, "extract(YEAR FROM {0})"),
            Map.entry(SqlFunction.MONTH, "extract(MONTH FROM {0})"),
            Map.entry(SqlFunction.DAY, "extract(DAY FROM {0})"),
            Map.entry(SqlFunction.HOUR, "extract(HOUR FROM {0})"),
            Map.entry(SqlFunction.MINUTE, "extract(MINUTE FROM {0})"),
            Map.entry(SqlFunction.SECOND, "extract(SECOND FROM {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_YEAR, "CAST(date_format({0}, '%Y-01-01 00:00:00') AS DATETIME(6))"),
            Map.entry(SqlFunction.TRUNCATE_TO_MONTH, "CAST(date_format({0}, '%Y-%m-01 00:00:00') AS DATETIME(6))"),
            Map.entry(SqlFunction.TRUNCATE_TO_DAY, "CAST(date_format({0}, '%Y-%m-%d 00:00:00') AS DATETIME(6))"),
            Map.entry(SqlFunction.TRUNCATE_TO_HOUR, "CAST(date_format({0}, '%Y-%m-%d %H:00:00') AS DATETIME(6))"),
            Map.entry(SqlFunction.TRUNCATE_TO_MINUTE, "CAST(date_format({0}, '%Y-%m-%d %H:%i:00') AS DATETIME(6))"));

    private MySqlFunctions() {}
}
