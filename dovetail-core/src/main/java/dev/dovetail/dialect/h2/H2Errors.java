package dev.dovetail.dialect.h2;

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
import org.jspecify.annotations.Nullable;

/**
 * Reads H2's errors: the kind by its code, https://h2database.com/javadoc/org/h2/api/ErrorCode.html, names from what the
 * message quotes. The words around it follow the locale of the JVM; what is quoted is SQL, with its keywords.
 */
final class H2Errors {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\\s.,:()\"]+)";
    private static final String PATH = "(" + NAME + ")(?:\\.(" + NAME + "))?";
    private static final String NAMES = "\\(((?:" + NAME + "(?: ASC| DESC)?(?: NULLS (?:FIRST|LAST))?(?:, )?)+)\\)";

    private static final Pattern UNIQUE =
            Pattern.compile("^" + PATH + "( PRIMARY KEY| INDEX " + PATH + ")? ON " + PATH + "(?:" + NAMES + ")?");
    private static final Pattern FOREIGN_KEY = Pattern.compile(
            "^(" + NAME + "): " + PATH + " FOREIGN KEY ?" + NAMES + " REFERENCES " + PATH + " ?" + NAMES);
    private static final Pattern LEADING_NAME = Pattern.compile("^(" + NAME + ")");
    private static final Pattern COLUMN = Pattern.compile("(" + NAME + ")(?:[^,]*)(?:, |$)");

    /** {@code value (table: column type)}. */
    private static final Pattern CONVERSION =
            Pattern.compile("\\((" + NAME + "): (" + NAME + ") [^()]*(?:\\([^()]*\\)[^()]*)?\\)$");

    private static final String STATEMENT = "; SQL statement:";

    private H2Errors() {}

    static ErrorReport read(SQLException error) {
        int code = error.getErrorCode();
        ErrorReport report = ErrorReport.of(kind(code)).leaving(left(code));
        List<String> quoted = quoted(String.valueOf(error.getMessage()));
        if (quoted.isEmpty()) {
            return report;
        }
        String first = quoted.get(0);
        return switch (code) {
            case 23505 -> unique(report, first);
            case 23503 -> foreignKey(report, first, ForeignKeySide.STILL_REFERENCED);
            case 23506 -> foreignKey(report, first, ForeignKeySide.MISSING_PARENT);
            case 23502 -> report.at(null, List.of(first));
            // An unnamed condition of a domain is given as it is.
            case 23513, 23514 ->
                leading(first) == null ? report.withExpression(first) : report.withConstraint(leading(first));
            case 22001 -> inColumn(report, null, leading(first));
            case 22004 -> inColumn(report, null, quoted.size() > 1 ? quoted.get(1) : null);
            case 22018 -> conversion(report, first);
            // Only the value is told.
            case 22007, 22030 -> quoted.size() == 2 ? report.withValues(quoted.subList(1, 2)) : report;
            default -> report;
        };
    }

    /** The message without the statement and the code behind it. */
    static String words(SQLException error) {
        String message = String.valueOf(error.getMessage());
        int end = message.indexOf(STATEMENT);
        return end < 0 ? message : message.substring(0, end);
    }

    private static ErrorKind kind(int code) {
        return switch (code) {
            case 23505 -> ErrorKind.UNIQUE;
            case 23503, 23506 -> ErrorKind.FOREIGN_KEY;
            case 23502 -> ErrorKind.NOT_NULL;
            case 23513, 23514 -> ErrorKind.CHECK;
            // Also for a row that another transaction has changed meanwhile.
            case 40001 -> ErrorKind.DEADLOCK;
            case 90131 -> ErrorKind.SERIALIZATION;
            case 50200 -> ErrorKind.LOCK_TIMEOUT;
            // A time-out and a cancellation have the same code; who set the time-out knows whether it has passed.
            case 57014 -> ErrorKind.QUERY_CANCELLED;
            case 90067, 90098, 90121, 90013, 90020 -> ErrorKind.DISCONNECT;
            case 90097 -> ErrorKind.READ_ONLY;
            case 90100, 90108, 90031 -> ErrorKind.RESOURCE;
            // Rights; the wrong user or database; a value for a generated column; a table that others depend on.
            case 28000, 90040, 90096, 90106, 90107, 90146, 90154 -> ErrorKind.PROGRAMMING;
            default -> byRange(code);
        };
    }

    private static ErrorKind byRange(int code) {
        if (code >= 22000 && code < 23000) {
            return ErrorKind.DATA;
        }
        return code >= 42000 && code < 43000 ? ErrorKind.PROGRAMMING : ErrorKind.UNKNOWN;
    }

    private static @Nullable TransactionState left(int code) {
        return switch (code) {
            // The message says it, and the connection goes on in a new transaction.
            case 40001 -> TransactionState.ROLLED_BACK;
            case 90131 -> TransactionState.FAILED;
            default -> null;
        };
    }

    private static ErrorReport unique(ErrorReport report, String words) {
        Matcher matcher = UNIQUE.matcher(words);
        if (!matcher.find()) {
            return report;
        }
        String index = matcher.group(5) == null ? matcher.group(4) : matcher.group(5);
        boolean primary = matcher.group(3) != null
                && (index == null || String.valueOf(unquoted(index)).startsWith("PRIMARY_KEY"));
        ErrorReport named = report.withConstraint(last(matcher.group(1), matcher.group(2)))
                .at(place(matcher.group(6), matcher.group(7), matcher.group(8)));
        return primary ? named.ofPrimaryKey() : named;
    }

    private static ErrorReport foreignKey(ErrorReport report, String words, ForeignKeySide side) {
        Matcher matcher = FOREIGN_KEY.matcher(words);
        if (!matcher.find()) {
            return report.referring(side, ErrorPlace.NONE);
        }
        return report.withConstraint(unquoted(matcher.group(1)))
                .at(place(matcher.group(2), matcher.group(3), matcher.group(4)))
                .referring(side, place(matcher.group(5), matcher.group(6), matcher.group(7)));
    }

    private static ErrorReport conversion(ErrorReport report, String words) {
        Matcher matcher = CONVERSION.matcher(words);
        return matcher.find() ? inColumn(report, unquoted(matcher.group(1)), unquoted(matcher.group(2))) : report;
    }

    private static ErrorReport inColumn(ErrorReport report, @Nullable String table, @Nullable String column) {
        return column == null ? report : report.at(table, List.of(column));
    }

    private static ErrorPlace place(String first, @Nullable String second, @Nullable String columns) {
        List<String> names = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(columns == null ? "" : columns);
        while (matcher.find()) {
            names.add(String.valueOf(unquoted(matcher.group(1))));
        }
        return new ErrorPlace(second == null ? null : unquoted(first), last(first, second), names);
    }

    private static @Nullable String last(String first, @Nullable String second) {
        return unquoted(second == null ? first : second);
    }

    private static @Nullable String leading(String words) {
        Matcher matcher = LEADING_NAME.matcher(words);
        return matcher.find() ? unquoted(matcher.group(1)) : null;
    }

    private static @Nullable String unquoted(@Nullable String name) {
        return name == null || !name.startsWith("\"")
                ? name
                : name.substring(1, name.length() - 1).replace("\"\"", "\"");
    }

    /** What the message quotes, before the statement's own text. */
    private static List<String> quoted(String message) {
        List<String> found = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(message);
        int end = message.indexOf(STATEMENT);
        while (matcher.find() && (end < 0 || matcher.start() < end)) {
            found.add(matcher.group(1).replace("\"\"", "\""));
        }
        return found;
    }
}
