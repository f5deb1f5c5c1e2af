package dev.dovetail.tests.conformance.corpus;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that is there before the session is opened. */
public record FixtureRow(String table, Map<String, @Nullable Object> values) {}
