package dev.dovetail.dialect.h2;

import dev.dovetail.catalogue.CatalogueType;
import dev.dovetail.type.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a type, as {@code DATA_TYPE_SQL} writes it, to the type of its values. */
final class H2TypeNames {
    private static final Pattern ARRAY = Pattern.compile("(.+) ARRAY(?:\\[\\d+])?");
    private static final Pattern NAME =
            Pattern.compile("([A-Z_ ]+?)(?:\\((\\d+)(?:, (-?\\d+))?\\))?(?: (WITH TIME ZONE))?");
    private static final int MICROSECONDS = 6;
    /** Longer text, and text for which no length was given, has no other name in Java than its own. */
    private static final int LONGEST = 1_048_576;

    private H2TypeNames() {}

    static CatalogueType type(String name) {
        Matcher array = ARRAY.matcher(name);
        if (array.matches()) {
            return CatalogueType.array(name, type(array.group(1)));
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return CatalogueType.other(name);
        }
        boolean sized = parts.group(2) != null;
        int length = sized ? (int) Math.min(Long.parseLong(parts.group(2)), LONGEST + 1) : LONGEST + 1;
        int scale = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        int digits = sized ? length : MICROSECONDS;
        boolean zoned = parts.group(4) != null;
        return switch (parts.group(1)) {
            case "BOOLEAN" -> CatalogueType.exact(name, Types.BOOLEAN);
            case "TINYINT" -> CatalogueType.exact(name, Types.TINYINT);
            case "SMALLINT" -> CatalogueType.exact(name, Types.SMALLINT);
            case "INTEGER" -> CatalogueType.exact(name, Types.INTEGER);
            case "BIGINT" -> CatalogueType.exact(name, Types.BIGINT);
            case "REAL" -> CatalogueType.exact(name, Types.REAL);
            case "DOUBLE PRECISION" -> CatalogueType.exact(name, Types.DOUBLE);
            case "FLOAT" -> CatalogueType.like(name, Types.DOUBLE);
            case "DECFLOAT" ->
                sized ? CatalogueType.like(name, Types.NUMERIC) : CatalogueType.exact(name, Types.NUMERIC);
            case "NUMERIC", "DECIMAL" ->
                !sized || scale < 0 || scale > length
                        ? CatalogueType.like(name, Types.NUMERIC)
                        : CatalogueType.exact(name, Types.NUMERIC(length, scale));
            case "CHARACTER VARYING" ->
                CatalogueType.exact(name, length > LONGEST ? Types.NATIVE(name) : Types.VARCHAR(length));
            case "CHARACTER" -> CatalogueType.exact(name, Types.CHAR(sized ? length : 1));
            case "VARCHAR_IGNORECASE" -> CatalogueType.other(name);
            case "CHARACTER LARGE OBJECT" ->
                sized ? CatalogueType.like(name, Types.TEXT) : CatalogueType.exact(name, Types.TEXT);
            case "BINARY VARYING" ->
                length > LONGEST
                        ? CatalogueType.like(name, Types.BLOB)
                        : CatalogueType.exact(name, Types.BINARY(length));
            case "BINARY" -> CatalogueType.like(name, Types.BINARY(sized ? length : 1));
            case "BINARY LARGE OBJECT" ->
                sized ? CatalogueType.like(name, Types.BLOB) : CatalogueType.exact(name, Types.BLOB);
            case "UUID" -> CatalogueType.exact(name, Types.UUID);
            case "JSON" -> CatalogueType.exact(name, Types.JSON);
            case "DATE" -> CatalogueType.exact(name, Types.DATE);
            case "TIME" ->
                zoned ? CatalogueType.other(name) : CatalogueType.exact(name, Types.TIME(sized ? digits : 0));
            case "TIMESTAMP" -> CatalogueType.exact(name, zoned ? Types.TIMESTAMP_TZ(digits) : Types.TIMESTAMP(digits));
            default -> CatalogueType.other(name);
        };
    }
}
