package dev.dovetail.engine;

import dev.dovetail.sql.NamedParameters;
import dev.dovetail.sql.RawSyntax;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out whether a text that was written by hand is a command that begins or ends a transaction or savepoint. */
final class TransactionCommand {

    private static final Pattern FIRST_WORD =
            Pattern.compile("(?:[\\s;]+|--[^\\n]*(?:\\n|$)|/\\*(?s:.*?)(?:\\*/|$))*+(\\w*)", Pattern.DOTALL);
    private static final Set<String> COMMANDS =
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "XA");
    private static final Pattern AUTOCOMMIT =
            Pattern.compile("\\s*SET\\s.*?\\bAUTOCOMMIT\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PREPARED =
            Pattern.compile("\\s*PREPARE\\s+(TRANSACTION|COMMIT)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ROUTINE =
            Pattern.compile("\\s*(CREATE|ALTER)\\b.*\\bBEGIN\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TransactionCommand() {}

    /** The first command in a text, or null if there is none. */
    static @Nullable String in(String sql, Set<RawSyntax> syntax) {
        for (String statement : NamedParameters.statements(sql, syntax)) {
            String word = firstWord(statement);
            if (COMMANDS.contains(word)
                    || AUTOCOMMIT.matcher(statement).matches()
                    || PREPARED.matcher(statement).matches()) {
                return word;
            }
            if (ROUTINE.matcher(statement).matches()) {
                // The semicolons that follow part the statements of its body.
                return null;
            }
        }
        return null;
    }

    /** Whether a text holds more than one statement; the body of a routine belongs to the one that makes it. */
    static boolean several(String sql, Set<RawSyntax> syntax) {
        int found = 0;
        for (String statement : NamedParameters.statements(sql, syntax)) {
            found += firstWord(statement).isEmpty() ? 0 : 1;
            if (found > 1 || ROUTINE.matcher(statement).matches()) {
                break;
            }
        }
        return found > 1;
    }

    /** The first word after spaces and comments, in capitals; empty if there is none. */
    static String firstWord(String sql) {
        Matcher matcher = FIRST_WORD.matcher(sql);
        return matcher.lookingAt() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
    }
}
