package dev.dovetail.sql;

/** What hand-written SQL of a database can have besides strings, quoted names and comments of the standard. */
public enum RawSyntax {
    /** A backslash in a string takes the next character its meaning: {@code 'it\\'s'}. */
    BACKSLASH_ESCAPES,
    /** The same in strings that begin with an E: {@code E'it\\'s'}. */
    ESCAPE_STRINGS,
    /** Strings between dollars: {@code $$it's$$}, {@code $tag$…$tag$}. */
    DOLLAR_QUOTES,
    /** Names between backticks. */
    BACKTICKS,
    /** Names between brackets. */
    BRACKETS,
    /** Comments from {@code #} to the end of the line; those of two hyphens need a space behind these. */
    HASH_COMMENTS,
    /** Comments of {@code /* … *}{@code /} in one another. */
    NESTED_COMMENTS
}
