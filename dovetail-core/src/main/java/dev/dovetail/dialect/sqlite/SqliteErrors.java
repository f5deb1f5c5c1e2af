package dev.dovetail.dialect.sqlite;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.TransactionState;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorPlace;
import dev.dovetail.compile.ErrorReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SQLite's errors. The driver's vendor code is only the primary result code; the extended one, which says the kind,
 * is in its exception class and, by name, at the head of its message: {@code [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint
 * failed (UNIQUE constraint failed: users.email)}. The message is read, so that the driver need not be there to compile.
 * SQLite's own words, in the last parentheses, are never translated.
 */
final class SqliteErrors {

    private static final Pattern MESSAGE = Pattern.compile("\\[(SQLITE_\\w+)].*?\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final Pattern FOREIGN_KEY_MISMATCH =
            Pattern.compile("foreign key mismatch - \"(.*)\" referencing \"(.*)\"");

    /** {@code cannot store TEXT value in INT column t.n}: of a STRICT table. */
    private static final Pattern STRICT_COLUMN = Pattern.compile("column (\\w+)\\.(\\w+)$");

    private static final Set<String> NO_DATABASE = Set.of("SQLITE_CANTOPEN", "SQLITE_NOTADB", "SQLITE_CORRUPT");

    private SqliteErrors() {}

    static ErrorReport read(SQLException error) {
        Matcher message = MESSAGE.matcher(String.valueOf(error.getMessage()));
        if (message.matches()) {
            return read(message.group(1), message.group(2));
        }
        String state = error.getSQLState();
        // What the codecs throw when they read a value that is not of its type.
        return ErrorReport.of(state != null && state.startsWith("22") ? ErrorKind.DATA : ErrorKind.UNKNOWN);
    }

    private static ErrorReport read(String code, String words) {
        return switch (code) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_ROWID" -> unique(words);
            case "SQLITE_CONSTRAINT_PRIMARYKEY" -> unique(words).ofPrimaryKey();
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> ErrorReport.of(ErrorKind.FOREIGN_KEY);
            // RESTRICT is made of a trigger, which only its words tell from a trigger of the user's.
            case "SQLITE_CONSTRAINT_TRIGGER" ->
                words.equals("FOREIGN KEY constraint failed")
                        ? ErrorReport.of(ErrorKind.FOREIGN_KEY)
                                .referring(ForeignKeySide.STILL_REFERENCED, ErrorPlace.NONE)
                        : ErrorReport.of(ErrorKind.TRIGGER).withExpression(words);
            case "SQLITE_CONSTRAINT_NOTNULL" -> at(ErrorReport.of(ErrorKind.NOT_NULL), place(words));
            case "SQLITE_CONSTRAINT_CHECK" -> check(place(words));
            case "SQLITE_CONSTRAINT_DATATYPE" -> datatype(words);
            case "SQLITE_MISMATCH", "SQLITE_TOOBIG" -> ErrorReport.of(ErrorKind.DATA);
            case "SQLITE_BUSY_SNAPSHOT" ->
                ErrorReport.of(ErrorKind.SERIALIZATION).leaving(TransactionState.FAILED);
            case "SQLITE_BUSY", "SQLITE_BUSY_TIMEOUT", "SQLITE_LOCKED", "SQLITE_LOCKED_SHAREDCACHE" ->
                ErrorReport.of(ErrorKind.LOCK_TIMEOUT);
            case "SQLITE_INTERRUPT" -> ErrorReport.of(ErrorKind.QUERY_CANCELLED);
            // Whether the transaction is still there depends on the statement, and is asked.
            case "SQLITE_FULL", "SQLITE_NOMEM" -> ErrorReport.of(ErrorKind.RESOURCE);
            case "SQLITE_ERROR" -> statement(words);
            default ->
                code.startsWith("SQLITE_READONLY")
                        ? ErrorReport.of(ErrorKind.READ_ONLY)
                        : ErrorReport.of(ErrorKind.UNKNOWN);
        };
    }

    /** While connecting, a file that cannot be read is a database that is not there; later it may be another file. */
    static ErrorReport readConnecting(SQLException error) {
        Matcher message = MESSAGE.matcher(String.valueOf(error.getMessage()));
        return message.matches() && NO_DATABASE.contains(message.group(1))
                ? ErrorReport.of(ErrorKind.DISCONNECT)
                : read(error);
    }

    private static ErrorReport unique(String words) {
        String place = place(words);
        // An index on expressions is named; everything else is told by its columns.
        return place.startsWith("index '")
                ? ErrorReport.of(ErrorKind.UNIQUE).withConstraint(place.substring(7, place.length() - 1))
                : at(ErrorReport.of(ErrorKind.UNIQUE), place);
    }

    /**
     * {@code table.column, table.column}. Names may hold dots and commas themselves and stand there without quotes; such
     * a place is given as it is, for whoever knows the tables.
     */
    private static ErrorReport at(ErrorReport report, String place) {
        List<String> columns = new ArrayList<>();
        String table = null;
        for (String part : place.split(", ", -1)) {
            int dot = part.indexOf('.');
            if (dot < 0 || dot != part.lastIndexOf('.') || table != null && !part.startsWith(table + '.')) {
                return report.withExpression(place);
            }
            table = part.substring(0, dot);
            columns.add(part.substring(dot + 1));
        }
        return report.at(table, columns);
    }

    // SQLite gives the name of the constraint, or its condition if it has none, and does not say which of them it is.
    private static ErrorReport check(String place) {
        return place.matches("\\w+")
                ? ErrorReport.of(ErrorKind.CHECK).withConstraint(place)
                : ErrorReport.of(ErrorKind.CHECK).withExpression(place);
    }

    private static ErrorReport datatype(String words) {
        Matcher column = STRICT_COLUMN.matcher(words);
        ErrorReport report = ErrorReport.of(ErrorKind.DATA);
        return column.find() ? report.at(column.group(1), List.of(column.group(2))) : report;
    }

    private static ErrorReport statement(String words) {
        Matcher mismatch = FOREIGN_KEY_MISMATCH.matcher(words);
        if (mismatch.matches()) {
            return ErrorReport.of(ErrorKind.SCHEMA_MISMATCH)
                    .at(mismatch.group(1), List.of())
                    .referring(null, new ErrorPlace(null, mismatch.group(2), List.of()));
        }
        return ErrorReport.of(ErrorKind.PROGRAMMING);
    }

    private static String place(String words) {
        return words.substring(words.indexOf(": ") + 2);
    }
}
