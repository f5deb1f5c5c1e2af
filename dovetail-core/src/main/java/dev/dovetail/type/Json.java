package dev.dovetail.type;

import dev.dovetail.UsageException;

/**
 * A document of JSON (RFC 8259), checked, in one form: members sorted by name, no spaces, numbers without zeros that say
 * nothing. So two documents that mean the same are equal, and every database gives back the same text. Of members with the
 * same name the last one counts. {@code Json.of("null")} is JSON's null, a value like others; SQL's NULL is Java's null.
 *
 * @param text the document in that form
 */
public record Json(String text) {
    /**
     * Brings a document into its form.
     *
     * @param text any document of JSON
     * @throws UsageException if it is none, or nests deeper than 500 levels; code {@code DVT-TYPE-JSON}
     */
    public Json {
        text = JsonReader.canonical(text);
    }

    /**
     * A document.
     *
     * @param text any document of JSON
     * @return the document
     * @throws UsageException if it is none, or nests deeper than 500 levels; code {@code DVT-TYPE-JSON}
     */
    public static Json of(String text) {
        return new Json(text);
    }

    /** The document itself. */
    @Override
    public String toString() {
        return text;
    }
}
