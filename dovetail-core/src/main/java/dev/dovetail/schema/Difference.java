package dev.dovetail.schema;

import org.jspecify.annotations.Nullable;

/**
 * Something in which two MetaData differ.
 *
 * @param object what it is about, such as {@code table child} or {@code column child.name}
 * @param property what of it is different, such as {@code type}; empty if one side does not have the object at all
 * @param expected what the one side has, null if it has not the object
 * @param actual what the other side has, null if it has not the object
 */
public record Difference(
        String object,
        String property,
        @Nullable String expected,
        @Nullable String actual) {
    /** The difference in words: {@code column child.name: type is VARCHAR(20), not VARCHAR(30)}. */
    @Override
    public String toString() {
        if (actual == null) {
            return object + " is missing";
        }
        return expected == null
                ? object + " is not expected"
                : object + ": " + property + " is " + actual + ", not " + expected;
    }
}
