package dev.dovetail.dialect.sqlite;

import dev.dovetail.catalogue.CatalogueType;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Types;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the declared type of a column to the type of its values. SQLite takes any words for a type; those that Dovetail
 * does not write are read by the rules that SQLite has itself, https://www.sqlite.org/datatype3.html#affname.
 */
final class SqliteTypeNames {
    private static final Pattern DECLARED = Pattern.compile(
            "\\s*([^(]*?)\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)\\s*)?", Pattern.DOTALL);

    private SqliteTypeNames() {}

    static CatalogueType type(String declared) {
        Matcher parts = DECLARED.matcher(declared);
        if (!parts.matches()) {
            return unknown(declared, 0);
        }
        String name = parts.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        int first = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int second = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return switch (name) {
            case "BOOLEAN" -> CatalogueType.exact(declared, Types.BOOLEAN);
            case "INTEGER" -> CatalogueType.exact(declared, Types.BIGINT);
            // SQLite's own REAL has 64 bits.
            case "REAL" -> CatalogueType.like(declared, Types.DOUBLE);
            case "FLOAT4" -> CatalogueType.exact(declared, Types.REAL);
            case "JSON_TEXT" -> CatalogueType.exact(declared, Types.JSON);
            case "CHAR" -> CatalogueType.exact(declared, first > 0 ? Types.CHAR(first) : Types.TEXT);
            case "DOUBLE" -> CatalogueType.exact(declared, Types.DOUBLE);
            case "UUID" -> CatalogueType.exact(declared, Types.UUID);
            case "DATE" -> CatalogueType.exact(declared, Types.DATE);
            case "TIME" -> CatalogueType.exact(declared, Types.TIME);
            case "TIMESTAMP" -> CatalogueType.exact(declared, Types.TIMESTAMP);
            case "DATETIME" -> CatalogueType.like(declared, Types.TIMESTAMP);
            case "TEXT" -> CatalogueType.exact(declared, Types.TEXT);
            case "VARCHAR" -> CatalogueType.exact(declared, first > 0 ? Types.VARCHAR(first) : Types.TEXT);
            case "BLOB" -> CatalogueType.exact(declared, first > 0 ? Types.BINARY(first) : Types.BLOB);
            case "NUMERIC", "TEXT_NUMERIC" -> decimal(declared, first, second, name.startsWith("TEXT"));
            case "DECIMAL", "NUMBER" ->
                CatalogueType.like(
                        declared, decimal(declared, first, second, false).type());
            default -> unknown(declared, first);
        };
    }

    /** A number that SQLite would hold as text if it were Dovetail's is one of any digits here, not of other digits. */
    private static CatalogueType decimal(String declared, int precision, int scale, boolean asText) {
        if (precision < 1 || scale > precision) {
            return CatalogueType.exact(declared, Types.NUMERIC);
        }
        BasicType<?> type = Types.NUMERIC(precision, scale);
        return SqliteCodecs.isNumber(type) == asText
                ? CatalogueType.like(declared, Types.NUMERIC)
                : CatalogueType.exact(declared, type);
    }

    private static CatalogueType unknown(String declared, int length) {
        String name = declared.toUpperCase(Locale.ROOT);
        if (name.contains("INT")) {
            return CatalogueType.like(declared, Types.BIGINT);
        }
        if (name.contains("CHAR")) {
            return CatalogueType.like(declared, length > 0 ? Types.VARCHAR(length) : Types.TEXT);
        }
        if (name.contains("CLOB") || name.contains("TEXT")) {
            return CatalogueType.like(declared, Types.TEXT);
        }
        if (name.contains("BLOB")) {
            return CatalogueType.like(declared, Types.BLOB);
        }
        if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
            return CatalogueType.like(declared, Types.DOUBLE);
        }
        return CatalogueType.other(declared);
    }
}
