package dev.dovetail.dialect.mysql;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorPlace;
import dev.dovetail.compile.ErrorReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors of MySQL and MariaDB: the kind by the server's code,
 * https://dev.mysql.com/doc/mysql-errors/en/server-error-reference.html and
 * https://mariadb.com/kb/en/mariadb-error-code-reference/, names from what is quoted in the message, whose words may be
 * translated. SQLSTATE says little: unique, NOT NULL and both sides of a foreign key have 23000, and CHECK has HY000.
 */
final class MySqlErrors {

    private static final Pattern DUPLICATE = Pattern.compile("'(.*)'([^']*)'([^']*)'[^']*$", Pattern.DOTALL);

    /** The Swahili message of MariaDB has its values in the wrong places, and this in the first. */
    private static final String MISPRINT = "%-";

    private static final Pattern FIRST_QUOTED = Pattern.compile("'([^']*)'");

    /** The column, and behind it the number of the row. */
    private static final Pattern COLUMN_AND_ROW = Pattern.compile("['`]([^'`]*)['`][^'`]*\\d[^'`]*$");

    /** JSON: {@code … 'table.column'.} */
    private static final Pattern COLUMN_AT_END = Pattern.compile("'([^'.]*)\\.([^'.]*)'\\.?\\s*$");

    private static final String NAME = "`((?:[^`]|``)*)`";
    private static final Pattern BACKTICKED = Pattern.compile(NAME);
    /** In Chinese, parentheses are wider. */
    private static final String TABLES = "[(\uff08](?:" + NAME + "\\.)?" + NAME + ", CONSTRAINT ";

    /** MariaDB doubles a backtick only in names of tables, MySQL in all. */
    private static final Pattern FOREIGN_KEY =
            Pattern.compile(TABLES + "`(.*?)` FOREIGN KEY \\(`(.*?)`\\) REFERENCES (?:" + NAME + "\\.)?" + NAME
                    + " \\(`(.*?)`\\)(?: ON [A-Z ]+)?[)\uff09]");

    /** MySQL, of a table that cannot be emptied. */
    private static final Pattern FOREIGN_KEY_NAME = Pattern.compile(TABLES + NAME + "[)\uff09]");

    /** A table that ALTER TABLE is making, under a name of its own. */
    private static final String BEING_ALTERED = "#sql";

    /** The error number of the storage engine for a foreign key that cannot be. */
    private static final Pattern MALFORMED_KEY = Pattern.compile("\\D150\\D");

    /** The words of MySQL's own driver, which has no codes for these and does not translate them. */
    private static final String DRIVER_TIMEOUT = "Statement cancelled due to timeout";

    private static final String DRIVER_DATA = "Data truncation: ";
    private static final String DRIVER_CANCELLED = "Statement cancelled due to client request";
    private static final String DRIVER_READ_ONLY = "Connection is read-only.";
    private static final String DRIVER_TOO_LARGE = "Packet for query is too large";

    /** The operating system's number for a disk that is full or whose quota is, in the words of a storage engine. */
    private static final Pattern NO_SPACE = Pattern.compile("\\b(?:28|122)\\b");

    private MySqlErrors() {}

    /**
     * Reads an error.
     *
     * @param doubled whether a backtick is doubled in the names of constraints and columns too
     */
    static ErrorReport read(SQLException error, boolean doubled) {
        String message = String.valueOf(error.getMessage());
        ErrorKind kind = kind(error.getErrorCode(), String.valueOf(error.getSQLState()), message);
        ErrorReport report = ErrorReport.of(kind).leaving(left(error.getErrorCode()));
        return switch (kind) {
            case UNIQUE -> unique(report, message);
            case FOREIGN_KEY -> foreignKey(report, error.getErrorCode(), message, doubled);
            case NOT_NULL -> report.at(null, only(message));
            case CHECK -> check(report, error.getErrorCode(), message);
            case DATA -> data(report, message);
            case TRIGGER -> report.withExpression(withoutConnection(message));
            default -> report;
        };
    }

    static String words(SQLException error) {
        String message = withoutConnection(String.valueOf(error.getMessage()));
        return message.startsWith(DRIVER_DATA) ? message.substring(DRIVER_DATA.length()) : message;
    }

    private static ErrorKind kind(int code, String state, String message) {
        return switch (code) {
            case 1062 -> ErrorKind.UNIQUE;
            // 1216, 1217: without a detail. 1701, 3730: TRUNCATE and DROP of a table that is referred to.
            case 1451, 1452, 1216, 1217, 1701, 3730 -> ErrorKind.FOREIGN_KEY;
            case 1048, 1364 -> ErrorKind.NOT_NULL;
            // 4025: MariaDB; 3819: MySQL; 1369: the check option of a view; 1526, 1748: no partition for the row.
            case 4025, 3819, 1369, 1526, 1748 -> ErrorKind.CHECK;
            // Among them, 1138: NULL where it cannot be while a table is altered; 3140, 4038: no JSON.
            case 1264, 1265, 1292, 1365, 1366, 1367, 1406, 1411, 1138, 1690, 3140, 3156, 4038 -> ErrorKind.DATA;
            // 3101: another member of a replication group was first.
            case 1213 -> ErrorKind.DEADLOCK;
            case 1020, 3101 -> ErrorKind.SERIALIZATION;
            case 1205, 3572 -> ErrorKind.LOCK_TIMEOUT;
            case 1969, 3024 -> ErrorKind.QUERY_TIMEOUT;
            case 1317 -> ErrorKind.QUERY_CANCELLED;
            // 3989: ALTER DATABASE … READ ONLY, of MySQL.
            case 1290, 1792, 1836, 3989 -> ErrorKind.READ_ONLY;
            case 1053, 1927, 2006, 2013, 4031 -> ErrorKind.DISCONNECT;
            case 1021, 1037, 1038, 1040, 1041, 1114, 1135, 1153, 1203, 1206, 1226 -> ErrorKind.RESOURCE;
            case 1005 -> MALFORMED_KEY.matcher(message).find() ? ErrorKind.SCHEMA_MISMATCH : ErrorKind.UNKNOWN;
            // A file could not be written; a storage engine failed.
            case 3, 20, 1026, 1030 -> NO_SPACE.matcher(message).find() ? ErrorKind.RESOURCE : ErrorKind.UNKNOWN;
            case 1215, 1239, 1822, 1824, 1830, 3780, 6125 -> ErrorKind.SCHEMA_MISMATCH;
            // Syntax; unknown or ambiguous names; rights; a value for a generated column (1906, 3105).
            case 1044, 1045, 1046, 1049, 1050, 1051, 1052, 1054, 1060, 1061, 1064, 1066, 1091, 1109, 1110, 1136 ->
                ErrorKind.PROGRAMMING;
            case 1142, 1143, 1146, 1149, 1193, 1227, 1305, 1370, 1906, 3105 -> ErrorKind.PROGRAMMING;
            default -> withoutCode(code, state, message);
        };
    }

    private static ErrorKind withoutCode(int code, String state, String message) {
        // SIGNAL in a trigger may choose its code; that of the state is "unhandled user-defined condition".
        if (state.equals("45000")) {
            return ErrorKind.TRIGGER;
        }
        if (code > 0) {
            return ErrorKind.UNKNOWN;
        }
        if (state.startsWith("08")) {
            return ErrorKind.DISCONNECT;
        }
        if (message.startsWith(DRIVER_TIMEOUT)) {
            return ErrorKind.QUERY_TIMEOUT;
        }
        if (message.startsWith(DRIVER_CANCELLED)) {
            return ErrorKind.QUERY_CANCELLED;
        }
        if (message.startsWith(DRIVER_TOO_LARGE)) {
            return ErrorKind.RESOURCE;
        }
        return message.startsWith(DRIVER_READ_ONLY) ? ErrorKind.READ_ONLY : ErrorKind.UNKNOWN;
    }

    /** These roll the whole transaction back, and the connection goes on in a new one without a word. */
    private static @Nullable TransactionState left(int code) {
        return switch (code) {
            case 1020, 1206, 1213, 3101 -> TransactionState.ROLLED_BACK;
            default -> null;
        };
    }

    /** MySQL names table and key, MariaDB only the key. Names with dots of their own cannot be told apart. */
    private static ErrorReport unique(ErrorReport report, String message) {
        Matcher matcher = DUPLICATE.matcher(message);
        // With more quotation marks, what stands between the two may be a part of either.
        if (!matcher.find()
                || matcher.group(1).startsWith(MISPRINT)
                || quotes(message) > 4 && !matcher.group(2).matches("\\s.*\\s")) {
            return report;
        }
        String place = matcher.group(3);
        int dot = place.indexOf('.');
        if (dot != place.lastIndexOf('.')) {
            return report;
        }
        String key = place.substring(dot + 1);
        ErrorReport named =
                report.at(dot < 0 ? null : place.substring(0, dot), List.of()).withConstraint(key);
        return key.equals("PRIMARY") ? named.ofPrimaryKey() : named;
    }

    private static ErrorReport foreignKey(ErrorReport report, int code, String message, boolean doubled) {
        ForeignKeySide side =
                code == 1452 || code == 1216 ? ForeignKeySide.MISSING_PARENT : ForeignKeySide.STILL_REFERENCED;
        Matcher matcher = FOREIGN_KEY.matcher(message);
        if (matcher.find()) {
            // The schema of the target stands there only if it is another one.
            String schema = matcher.group(5) == null ? matcher.group(1) : matcher.group(5);
            return report.withConstraint(name(matcher.group(3), doubled))
                    .at(place(matcher.group(1), matcher.group(2), columns(matcher.group(4), doubled)))
                    .referring(side, place(schema, matcher.group(6), columns(matcher.group(7), doubled)));
        }
        Matcher name = FOREIGN_KEY_NAME.matcher(message);
        return name.find()
                ? report.withConstraint(name(name.group(3), true))
                        .at(place(name.group(1), name.group(2), List.of()))
                        .referring(side, ErrorPlace.NONE)
                : report.referring(side, ErrorPlace.NONE);
    }

    private static ErrorPlace place(@Nullable String schema, String table, List<String> columns) {
        String name = unquoted(table);
        boolean altered = name != null && name.startsWith(BEING_ALTERED);
        return new ErrorPlace(unquoted(schema), altered ? null : name, columns);
    }

    private static List<String> columns(String names, boolean doubled) {
        return Stream.of(names.split("`, `")).map(name -> name(name, doubled)).toList();
    }

    private static String name(String text, boolean doubled) {
        return doubled ? text.replace("``", "`") : text;
    }

    private static ErrorReport check(ErrorReport report, int code, String message) {
        if (code == 3819) {
            List<String> name = only(message);
            return name.isEmpty() ? report : report.withConstraint(name.get(0));
        }
        List<String> names = all(BACKTICKED, message);
        if (code != 4025 || names.size() != 3) {
            return report;
        }
        String table = names.get(2);
        // MariaDB names the unnamed condition of a column after it.
        List<String> columns =
                names.get(0).startsWith(table + ".") ? List.of(names.get(0).substring(table.length() + 1)) : List.of();
        return report.withConstraint(names.get(0)).at(new ErrorPlace(names.get(1), table, columns));
    }

    private static ErrorReport data(ErrorReport report, String message) {
        List<String> names = all(BACKTICKED, message);
        if (names.size() >= 3) {
            List<String> place = names.subList(names.size() - 3, names.size());
            return report.at(new ErrorPlace(place.get(0), place.get(1), List.of(place.get(2))));
        }
        Matcher ofTable = COLUMN_AT_END.matcher(message);
        if (ofTable.find()) {
            return report.at(ofTable.group(1), List.of(ofTable.group(2)));
        }
        return report.at(null, first(COLUMN_AND_ROW, message));
    }

    /** The one name in a message; none if its end is not certain. One more quotation mark is an apostrophe. */
    private static List<String> only(String message) {
        return quotes(message) > 3 ? List.of() : first(FIRST_QUOTED, message);
    }

    private static long quotes(String message) {
        return message.chars().filter(character -> character == '\'').count();
    }

    private static List<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? List.of(matcher.group(1)) : List.of();
    }

    private static List<String> all(Pattern pattern, @Nullable String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        while (matcher.find()) {
            names.add(String.valueOf(unquoted(matcher.group(1))));
        }
        return names;
    }

    private static @Nullable String unquoted(@Nullable String name) {
        return name == null ? null : name.replace("``", "`");
    }

    // MariaDB's driver puts the number of the connection before each message.
    private static String withoutConnection(String message) {
        return message.replaceFirst("^\\(conn=\\d+\\) ", "");
    }
}
