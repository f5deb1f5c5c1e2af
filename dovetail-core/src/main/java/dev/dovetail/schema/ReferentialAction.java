package dev.dovetail.schema;

import dev.dovetail.UsageException;
import dev.dovetail.internal.NearestWord;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens to the referencing rows when the row they refer to is deleted, or its key is changed. */
public enum ReferentialAction {
    /** The change is refused, at the end of the statement or of the transaction. What SQL does when nothing is said. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** The referencing rows are deleted, or take the new key. */
    CASCADE,
    /** The referencing columns become NULL. */
    SET_NULL,
    /** The referencing columns take their default. */
    SET_DEFAULT;

    /**
     * The action as SQL writes it.
     *
     * @return for example {@code SET NULL}
     */
    public String sql() {
        return name().replace('_', ' ');
    }

    /**
     * Reads an action as SQL writes it; case and the number of spaces do not matter.
     *
     * @param text for example {@code cascade} or {@code SET NULL}
     * @return the action
     * @throws UsageException if the text is none of the five; code {@code DVT-SCHEMA-ACTION}; the message has the text,
     *     the position of the first character that is wrong, counted from 1, and the nearest action
     */
    public static ReferentialAction parse(String text) {
        String normal = text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        for (ReferentialAction action : values()) {
            if (action.sql().equals(normal)) {
                return action;
            }
        }
        throw misspelt(text);
    }

    private static UsageException misspelt(String text) {
        String words = Stream.of(values()).map(ReferentialAction::sql).collect(Collectors.joining(", "));
        String nearest = Objects.requireNonNull(NearestWord.of(
                text.strip(), Stream.of(values()).map(ReferentialAction::sql).toList()));
        int position = 0;
        int start = text.length() - text.stripLeading().length();
        while (position < nearest.length()
                && start + position < text.length()
                && Character.toUpperCase(text.charAt(start + position)) == nearest.charAt(position)) {
            position++;
        }
        String found = start + position < text.length() ? "'" + text.charAt(start + position) + "'" : "the end";
        String expected = position < nearest.length() ? "'" + nearest.charAt(position) + "'" : "the end";
        return new UsageException(
                "DVT-SCHEMA-ACTION",
                "'" + text + "' is no referential action: at position " + (start + position + 1) + " there is " + found
                        + " where " + nearest + " has " + expected + ". Did you mean " + nearest
                        + "? The actions are " + words + ".");
    }
}
