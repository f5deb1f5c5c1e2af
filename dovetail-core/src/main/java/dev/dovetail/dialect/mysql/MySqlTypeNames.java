package dev.dovetail.dialect.mysql;

import dev.dovetail.catalogue.CatalogueType;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Types;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the type of a column, as the information schema has it, to the type of its values. */
final class MySqlTypeNames {
    private static final Pattern DIGITS = Pattern.compile("\\w+\\((\\d+)(?:,(\\d+))?\\).*");
    private static final int UUID_BYTES = 16;
    /** What NUMERIC without digits is written as. */
    private static final String WIDEST_DECIMAL = "decimal(65,30)";

    private MySqlTypeNames() {}

    /** A UUID of MySQL is 16 bytes, and so are 16 bytes of anybody's a UUID. */
    static CatalogueType type(String dataType, String columnType, boolean uuidIsBytes) {
        Matcher digits = DIGITS.matcher(columnType);
        boolean sized = digits.matches();
        int first = sized ? Integer.parseInt(digits.group(1)) : 0;
        int second = sized && digits.group(2) != null ? Integer.parseInt(digits.group(2)) : 0;
        boolean unsigned = columnType.contains("unsigned");
        return switch (dataType.toLowerCase(Locale.ROOT)) {
            case "tinyint" ->
                columnType.equals("tinyint(1)")
                        ? exact(columnType, Types.BOOLEAN)
                        : unsigned ? like(columnType, Types.SMALLINT) : exact(columnType, Types.TINYINT);
            case "smallint" -> unsigned ? like(columnType, Types.INTEGER) : exact(columnType, Types.SMALLINT);
            case "mediumint", "year" -> like(columnType, Types.INTEGER);
            case "int" -> unsigned ? like(columnType, Types.BIGINT) : exact(columnType, Types.INTEGER);
            // Most keys are such, and numbers above 2^63 are refused by the driver, not read wrong.
            case "bigint" -> unsigned ? like(columnType, Types.BIGINT) : exact(columnType, Types.BIGINT);
            case "float" -> like(columnType, Types.REAL);
            case "double" -> unsigned || sized ? like(columnType, Types.DOUBLE) : exact(columnType, Types.DOUBLE);
            case "decimal" ->
                unsigned
                        ? like(columnType, Types.NUMERIC(first, second))
                        : exact(
                                columnType,
                                columnType.equals(WIDEST_DECIMAL) ? Types.NUMERIC : Types.NUMERIC(first, second));
            case "varchar" -> exact(columnType, first == 0 ? Types.VARCHAR(1) : Types.VARCHAR(first));
            case "json" -> exact(columnType, Types.JSON);
            case "char" -> exact(columnType, Types.CHAR(Math.max(first, 1)));
            case "tinytext", "text", "mediumtext" -> like(columnType, Types.TEXT);
            case "longtext" -> exact(columnType, Types.TEXT);
            case "varbinary" -> exact(columnType, Types.BINARY(Math.max(first, 1)));
            case "binary" ->
                uuidIsBytes && first == UUID_BYTES
                        ? exact(columnType, Types.UUID)
                        : like(columnType, Types.BINARY(Math.max(first, 1)));
            case "tinyblob", "blob", "mediumblob" -> like(columnType, Types.BLOB);
            case "longblob" -> exact(columnType, Types.BLOB);
            case "uuid" -> exact(columnType, Types.UUID);
            case "bit" -> first <= 1 ? like(columnType, Types.BOOLEAN) : CatalogueType.other(columnType);
            case "date" -> exact(columnType, Types.DATE);
            case "time" -> exact(columnType, Types.TIME(first));
            case "datetime" -> exact(columnType, Types.TIMESTAMP(first));
            case "timestamp" -> like(columnType, Types.TIMESTAMP(first));
            default -> CatalogueType.other(columnType);
        };
    }

    private static CatalogueType exact(String name, BasicType<?> type) {
        return CatalogueType.exact(name, type);
    }

    private static CatalogueType like(String name, BasicType<?> type) {
        return CatalogueType.like(name, type);
    }
}
