package dev.dovetail.tests.conformance.corpus;

import org.jspecify.annotations.Nullable;

/** What a step returned: a value, the name of an object, a list of names, or null. */
public record Returned(@Nullable Object value) {}
