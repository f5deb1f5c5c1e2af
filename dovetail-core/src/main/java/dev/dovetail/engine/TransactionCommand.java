package dev.dovetail.engine;

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
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE");

    private TransactionCommand() {}

    /** The command, or null if the text is none. */
    static @Nullable String in(String sql) {
        String word = firstWord(sql);
        return COMMANDS.contains(word) ? word : null;
    }

    /** The first word after spaces and comments, in capitals; empty if there is none. */
    static String firstWord(String sql) {
        Matcher matcher = FIRST_WORD.matcher(sql);
        return matcher.lookingAt() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
    }
}
