package dev.dovetail.dialect.sqlite;

import dev.dovetail.sql.SqlFunction;
import java.util.Map;

/** Functions that SQLite writes otherwise; times are text there, in the order that SqliteTimes keeps. */
final class SqliteFunctions {
    static final Map<SqlFunction, String> TEMPLATES = Map.ofEntries(
            Map.entry(SqlFunction.LENGTH, "length({0})"),
            Map.entry(SqlFunction.POSITION, "instr({0}, {1})"),
            Map.entry(SqlFunction.RANDOM, "(random() / 18446744073709551616.0 + 0.5)"),
            Map.entry(SqlFunction.BIT_XOR, "(({0} | {1}) - ({0} & {1}))"),
            Map.entry(SqlFunction.GREATEST, "max({*})"),
            Map.entry(SqlFunction.LEAST, "min({*})"),
            Map.entry(SqlFunction.CURRENT_TIME, "strftime('%H:%M:%f', 'now')"),
            Map.entry(SqlFunction.CURRENT_TIMESTAMP, "strftime('%Y-%m-%d %H:%M:%f', 'now')"),
            Map.entry(SqlFunction.LOCAL_TIMESTAMP, "strftime('%Y-%m-%d %H:%M:%f', 'now')"),
            Map.entry(SqlFunction.DATE_PLUS_DAYS, "date({0}, {1} || ' days')"),
            Map.entry(SqlFunction.DATE_PLUS_MONTHS, "date({0}, {1} || ' months', 'floor')"),
            Map.entry(SqlFunction.DAYS_BETWEEN, "CAST(julianday({1}) - julianday({0}) AS INTEGER)"),
            Map.entry(SqlFunction.YEAR, "CAST(strftime('%Y', {0}) AS INTEGER)"),
            Map.entry(SqlFunction.MONTH, "CAST(strftime('%m', {0}) AS INTEGER)"),
            Map.entry(SqlFunction.DAY, "CAST(strftime('%d', {0}) AS INTEGER)"),
            Map.entry(SqlFunction.HOUR, "CAST(strftime('%H', {0}) AS INTEGER)"),
            Map.entry(SqlFunction.MINUTE, "CAST(strftime('%M', {0}) AS INTEGER)"),
            Map.entry(SqlFunction.SECOND, "CAST(strftime('%S', {0}) AS INTEGER)"),
            Map.entry(SqlFunction.TRUNCATE_TO_YEAR, "strftime('%Y-01-01 00:00:00', {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_MONTH, "strftime('%Y-%m-01 00:00:00', {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_DAY, "strftime('%Y-%m-%d 00:00:00', {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_HOUR, "strftime('%Y-%m-%d %H:00:00', {0})"),
            Map.entry(SqlFunction.TRUNCATE_TO_MINUTE, "strftime('%Y-%m-%d %H:%M:00', {0})"));

    private SqliteFunctions() {}
}
