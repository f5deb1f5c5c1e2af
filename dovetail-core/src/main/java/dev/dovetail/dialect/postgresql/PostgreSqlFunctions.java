package dev.dovetail.dialect.postgresql;

import dev.dovetail.sql.SqlFunction;
import java.util.Map;

/** Functions that PostgreSQL writes otherwise. */
final class PostgreSqlFunctions {
    static final Map<SqlFunction, String> TEMPLATES = Map.ofEntries(
            Map.entry(SqlFunction.REGEX_MATCH, "({0} ~ {1})"),
            Map.entry(SqlFunction.REGEX_REPLACE, "regexp_replace({0}, {1}, {2}, 'g')"),
            Map.entry(SqlFunction.ROUND, "round(CAST({0} AS NUMERIC), {1})"),
            Map.entry(SqlFunction.RANDOM, "random()"),
            Map.entry(SqlFunction.JSON_CONTAINS, "(CAST({0} AS JSONB) @> CAST({1} AS JSONB))"));

    private PostgreSqlFunctions() {}
}
