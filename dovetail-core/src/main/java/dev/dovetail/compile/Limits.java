package dev.dovetail.compile;

import java.nio.charset.StandardCharsets;

/**
 * How much a database takes.
 *
 * @param identifierLength the greatest length of a name
 * @param identifierBytes whether that length counts bytes of UTF-8, and not characters
 * @param parameters the greatest number of parameters of a statement
 */
public record Limits(int identifierLength, boolean identifierBytes, int parameters) {
    /** Stands for a number without a limit. */
    public static final int NONE = Integer.MAX_VALUE;

    /**
     * Limits where the length of a name counts characters.
     *
     * @param identifierLength the greatest number of characters of a name
     * @param parameters the greatest number of parameters of a statement
     */
    public Limits(int identifierLength, int parameters) {
        this(identifierLength, false, parameters);
    }

    /**
     * How long a name is as the database counts it.
     *
     * @param name the name
     * @return its length in bytes or characters
     */
    public int lengthOf(String name) {
        return identifierBytes ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
    }
}
