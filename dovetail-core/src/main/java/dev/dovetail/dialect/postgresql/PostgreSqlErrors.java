package dev.dovetail.dialect.postgresql;

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
 * Reads PostgreSQL's errors: the kind by SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html, names
 * from the fields that the server sends beside its message. Words are not read, because they may be translated; only
 * the key of a detail, {@code (columns)=(values)}, and how many quoted names a message has.
 */
final class PostgreSqlErrors {

    private static final String TABLE = "\u0001";
    private static final String CONSTRAINT = "\u0002";

    /** Each language has its own quotation marks. */
    private static final Pattern QUOTED = Pattern.compile(
            "\"([^\"]*)\"|\u00bb([^\u00ab]*)\u00ab|\u00ab\\s?([^\u00bb]*?)\\s?\u00bb|\u201c([^\u201d]*)\u201d");

    /** The driver's words before a batch's error, in whatever language: the first number is the entry's. */
    private static final Pattern BATCH_ENTRY = Pattern.compile("^\\D{1,40}?(\\d+)\\s");

    /** {@code character varying(20)}, {@code less than 10^4}, {@code integer out of range}. */
    private static final Pattern LIMIT = Pattern.compile("\\(\\d+\\)|10\\^\\d+|\\b(?:smallint|integer|bigint)\\b");

    private PostgreSqlErrors() {}

    static ErrorReport read(SQLException error) {
        ServerFields fields = ServerFields.of(error);
        ErrorKind kind = kind(String.valueOf(error.getSQLState()), fields != null);
        ErrorReport report = fields == null ? fromMessage(kind, error) : fromFields(kind, fields);
        if (error instanceof java.sql.BatchUpdateException batch) {
            report = report.inRow(batchEntry(batch));
        }
        // An error of the server spoils the transaction; one of the driver does not, and who cannot tell has to ask.
        return fields == null ? report : report.leaving(TransactionState.FAILED);
    }

    /** The primary message alone: a detail has values, and a batch's error the whole statement with them. */
    static @Nullable String words(SQLException error) {
        ServerFields fields = ServerFields.of(error);
        return fields == null ? error.getMessage() : fields.message();
    }

    private static ErrorKind kind(String state, boolean fromServer) {
        return switch (state) {
            case "23505" -> ErrorKind.UNIQUE;
            // 23001: ON DELETE RESTRICT, since version 18.
            case "23503", "23001" -> ErrorKind.FOREIGN_KEY;
            case "23502" -> ErrorKind.NOT_NULL;
            // 44000: the check option of a view.
            case "23514", "44000" -> ErrorKind.CHECK;
            case "23P01" -> ErrorKind.EXCLUSION;
            case "P0001" -> ErrorKind.TRIGGER;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "40001" -> ErrorKind.SERIALIZATION;
            case "55P03" -> ErrorKind.LOCK_TIMEOUT;
            // A time-out and a cancellation have the same code; who set the time-out knows whether it has passed.
            case "57014" -> ErrorKind.QUERY_CANCELLED;
            case "25006" -> ErrorKind.READ_ONLY;
            // Shut down or killed; starting or stopping; time-outs that end the session.
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04" -> ErrorKind.DISCONNECT;
            case "42830" -> ErrorKind.SCHEMA_MISMATCH;
            case "28000", "28P01", "3D000", "3F000", "2BP01", "0A000", "21000" -> ErrorKind.PROGRAMMING;
            default -> byClass(state.length() == 5 ? state.substring(0, 2) : "", fromServer);
        };
    }

    private static ErrorKind byClass(String stateClass, boolean fromServer) {
        return switch (stateClass) {
            case "08" -> ErrorKind.DISCONNECT;
            case "22" -> ErrorKind.DATA;
            case "42" -> fromServer ? ErrorKind.PROGRAMMING : ErrorKind.UNKNOWN;
            case "53", "54" -> ErrorKind.RESOURCE;
            default -> ErrorKind.UNKNOWN;
        };
    }

    /** Only one name in the message can be sure of its place: languages differ in their order. */
    private static ErrorReport fromMessage(ErrorKind kind, SQLException error) {
        ErrorReport report = ErrorReport.of(kind);
        if (kind != ErrorKind.UNIQUE) {
            return report;
        }
        List<String> names =
                quoted(String.valueOf(error.getMessage()).lines().findFirst().orElse(""));
        return names.size() == 1 ? report.withConstraint(names.get(0)) : report;
    }

    private static ErrorReport fromFields(ErrorKind kind, ServerFields fields) {
        ErrorReport report = ErrorReport.of(kind)
                .withConstraint(fields.constraint())
                .at(new ErrorPlace(
                        fields.schema(),
                        fields.table(),
                        fields.column() == null ? List.of() : List.of(fields.column())));
        return switch (kind) {
            case UNIQUE, EXCLUSION -> withKey(report, fields);
            case FOREIGN_KEY -> foreignKey(report, fields);
            case TRIGGER -> report.withExpression(fields.message());
            case DATA -> data(report, fields);
            default -> report;
        };
    }

    /** No column is named: only the value, or the limit that its type has, whose words are not translated. */
    private static ErrorReport data(ErrorReport report, ServerFields fields) {
        List<String> quoted = quoted(fields.message());
        if (quoted.size() == 1) {
            return report.withValues(quoted);
        }
        Matcher limit = LIMIT.matcher(fields.message() + '\n' + fields.detail());
        return limit.find() ? report.withExpression(limit.group()) : report;
    }

    private static ErrorReport withKey(ErrorReport report, ServerFields fields) {
        KeyDetail key = KeyDetail.of(fields.detail(), null);
        return fields.table() == null
                ? report
                : report.at(new ErrorPlace(fields.schema(), fields.table(), key.columns()))
                        .withValues(key.values());
    }

    /**
     * The message of the referring side names its table and the constraint, and no other; that of the other side names
     * the table written to as well. The detail has the key of the side that refused, and names the table of the other.
     */
    private static ErrorReport foreignKey(ErrorReport report, ServerFields fields) {
        if (fields.table() == null || fields.constraint() == null) {
            return report;
        }
        String marked = marked(marked(fields.message(), fields.table(), TABLE), fields.constraint(), CONSTRAINT);
        List<String> names = new ArrayList<>(quoted(marked));
        if (names.size() == 2 && names.contains(TABLE) && names.contains(CONSTRAINT)) {
            String target = onlyQuoted(fields.detail());
            KeyDetail key = target == null ? KeyDetail.NONE : KeyDetail.of(fields.detail(), target);
            return report.at(new ErrorPlace(fields.schema(), fields.table(), key.columns()))
                    .referring(ForeignKeySide.MISSING_PARENT, new ErrorPlace(null, target, List.of()))
                    .withValues(key.values());
        }
        KeyDetail key = KeyDetail.of(fields.detail(), fields.table());
        names.remove(TABLE);
        names.remove(CONSTRAINT);
        String other = names.size() == 1 ? names.get(0) : null;
        String target = TABLE.equals(other) ? fields.table() : other;
        return report.referring(ForeignKeySide.STILL_REFERENCED, new ErrorPlace(null, target, key.columns()))
                .withValues(key.values());
    }

    /** The text with another word for a name that is known, wherever it is quoted: it may have quotes itself. */
    private static String marked(String text, String name, String mark) {
        return Pattern.compile("([\"\u00bb\u00ab\u201c]\\s?)" + Pattern.quote(name) + "(\\s?[\"\u00ab\u00bb\u201d])")
                .matcher(text)
                .replaceAll("$1" + mark + "$2");
    }

    /** What is quoted, if nothing else is, and no quotation mark of another kind is about. */
    private static @Nullable String onlyQuoted(@Nullable String text) {
        List<String> names = quoted(String.valueOf(text));
        boolean certain = names.size() == 1
                && String.valueOf(text)
                                .chars()
                                .filter(character -> "\"\u00bb\u00ab\u201c\u201d".indexOf(character) >= 0)
                                .count()
                        == 2;
        return certain ? names.get(0) : null;
    }

    private static List<String> quoted(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    names.add(matcher.group(group));
                }
            }
        }
        return names;
    }

    private static @Nullable Integer batchEntry(SQLException error) {
        Matcher entry = BATCH_ENTRY.matcher(String.valueOf(error.getMessage()));
        return entry.find() ? Integer.valueOf(entry.group(1)) : null;
    }
}
