package dev.dovetail.compile;

/**
 * How much a database takes.
 *
 * @param identifierLength the greatest number of characters of a name
 * @param parameters the greatest number of parameters of a statement
 */
public record Limits(int identifierLength, int parameters) {
    /** Stands for a number without a limit. */
    public static final int NONE = Integer.MAX_VALUE;
}
