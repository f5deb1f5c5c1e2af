package dev.dovetail.compile;

import dev.dovetail.UsageException;
import java.util.Set;

/**
 * How a database writes names. A name stands bare if it is made of lower-case letters, digits and underscores and is
 * not reserved: only such a name is the same name on every database with and without quotes.
 *
 * @param openQuote begins a quoted name
 * @param closeQuote ends a quoted name; doubled within one
 * @param reserved the words that cannot be names without quotes, in lower case
 */
public record IdentifierRules(char openQuote, char closeQuote, Set<String> reserved) {
    /** Copies the set. */
    public IdentifierRules {
        reserved = Set.copyOf(reserved);
    }

    /**
     * Writes a name.
     *
     * @param name any text
     * @return the name, quoted if it needs to be
     * @throws UsageException if the name is empty or has a NUL character, which no database takes; code {@code
     *     DVT-SQL-IDENTIFIER}
     */
    public String write(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new UsageException(
                    "DVT-SQL-IDENTIFIER",
                    name.isEmpty() ? "a name cannot be empty" : "a name cannot hold a NUL character");
        }
        if (isPlain(name) && !reserved.contains(name)) {
            return name;
        }
        String close = String.valueOf(closeQuote);
        return openQuote + name.replace(close, close + close) + close;
    }

    private static boolean isPlain(String name) {
        for (int index = 0; index < name.length(); index++) {
            char character = name.charAt(index);
            boolean letter = character == '_' || (character >= 'a' && character <= 'z');
            boolean digit = character >= '0' && character <= '9';
            if (!letter && (!digit || index == 0)) {
                return false;
            }
        }
        return true;
    }
}
