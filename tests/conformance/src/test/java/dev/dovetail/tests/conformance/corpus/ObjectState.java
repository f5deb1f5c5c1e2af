package dev.dovetail.tests.conformance.corpus;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object after a step. An attribute that is not there is not loaded.
 *
 * @param lifeCycle transient, pending, persistent, deleted or detached
 * @param columns values by column
 * @param relationships a name, null, or a list of names, by relationship
 */
public record ObjectState(
        String lifeCycle, Map<String, @Nullable Object> columns, Map<String, @Nullable Object> relationships) {}
