package dev.dovetail.dialect.postgresql;

import dev.dovetail.catalogue.CatalogueType;
import dev.dovetail.type.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the name of a type, as {@code format_type} writes it, to the type of its values. */
final class PostgreSqlTypeNames {
    private static final Pattern NAME =
            Pattern.compile("([^(]*?)\\s*(?:\\((\\d+)(?:,\\s*(-?\\d+))?\\))?\\s*(with time zone|without time zone)?");
    private static final int MICROSECONDS = 6;

    private PostgreSqlTypeNames() {}

    static CatalogueType type(String name) {
        if (name.endsWith("[]")) {
            return CatalogueType.array(name, type(name.substring(0, name.length() - 2)));
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return CatalogueType.other(name);
        }
        int first = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int second = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        boolean zoned = "with time zone".equals(parts.group(4));
        int digits = parts.group(2) == null ? MICROSECONDS : first;
        return switch (parts.group(1)) {
            case "boolean" -> CatalogueType.exact(name, Types.BOOLEAN);
            case "smallint" -> CatalogueType.exact(name, Types.SMALLINT);
            case "integer" -> CatalogueType.exact(name, Types.INTEGER);
            case "bigint" -> CatalogueType.exact(name, Types.BIGINT);
            case "real" -> CatalogueType.exact(name, Types.REAL);
            case "double precision" -> CatalogueType.exact(name, Types.DOUBLE);
            case "numeric" ->
                first == 0
                        ? CatalogueType.exact(name, Types.NUMERIC)
                        : second < 0 || second > first
                                ? CatalogueType.like(name, Types.NUMERIC)
                                : CatalogueType.exact(name, Types.NUMERIC(first, second));
            case "character varying" ->
                first == 0 ? CatalogueType.like(name, Types.TEXT) : CatalogueType.exact(name, Types.VARCHAR(first));
            case "character" -> CatalogueType.exact(name, Types.CHAR(Math.max(first, 1)));
            case "text" -> CatalogueType.exact(name, Types.TEXT);
            case "bytea" -> CatalogueType.exact(name, Types.BLOB);
            case "uuid" -> CatalogueType.exact(name, Types.UUID);
            case "date" -> CatalogueType.exact(name, Types.DATE);
            case "jsonb" -> CatalogueType.exact(name, Types.JSON);
            case "json" -> CatalogueType.like(name, Types.JSON);
            case "time" -> zoned ? CatalogueType.other(name) : CatalogueType.exact(name, Types.TIME(digits));
            case "timestamp" -> CatalogueType.exact(name, zoned ? Types.TIMESTAMP_TZ(digits) : Types.TIMESTAMP(digits));
            default -> CatalogueType.other(name);
        };
    }
}
