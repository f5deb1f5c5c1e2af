package dev.dovetail.compile;

import dev.dovetail.UsageException;
import java.util.Locale;
import java.util.Set;

/**
 * How a database writes names. A plain name, one of lower-case letters, digits and underscores, stands bare if it is not
 * reserved: only such a name is the same name on every database with and without quotes.
 *
 * <p>Some databases store a bare name in upper case. There a plain name means the same name in upper case, quoted or
 * not, so that texts of the user's own, such as conditions of CHECK, find it without quotes there too. A name that the
 * database stores in lower case cannot be written then.
 *
 * @param openQuote begins a quoted name
 * @param closeQuote ends a quoted name; doubled within one
 * @param reserved the words that cannot be names without quotes, in lower case
 * @param foldsToUpperCase whether the database stores a bare name in upper case
 */
public record IdentifierRules(char openQuote, char closeQuote, Set<String> reserved, boolean foldsToUpperCase) {
    /** Copies the set. */
    public IdentifierRules {
        reserved = Set.copyOf(reserved);
    }

    /**
     * The rules of a database that does not store bare names in upper case.
     *
     * @param openQuote begins a quoted name
     * @param closeQuote ends a quoted name; doubled within one
     * @param reserved the words that cannot be names without quotes, in lower case
     */
    public IdentifierRules(char openQuote, char closeQuote, Set<String> reserved) {
        this(openQuote, closeQuote, reserved, false);
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
        return openQuote + stored(name).replace(close, close + close) + close;
    }

    /**
     * A name as the database's catalogue and its errors have it.
     *
     * @param name a name as it is given to {@link #write}
     * @return the name, in upper case where the database folds it
     */
    public String stored(String name) {
        return foldsToUpperCase && isPlain(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /**
     * The name of something that the database's catalogue or an error names; the reverse of {@link #stored}.
     *
     * @param stored the name as the database has it
     * @return the name for {@link #write}
     */
    public String named(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        return foldsToUpperCase
                        && isPlain(lower)
                        && lower.toUpperCase(Locale.ROOT).equals(stored)
                ? lower
                : stored;
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
