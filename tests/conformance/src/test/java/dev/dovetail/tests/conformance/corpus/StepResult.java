package dev.dovetail.tests.conformance.corpus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one step did, and all that is so after it.
 *
 * @param sql what was sent, in order
 * @param returned what it returned, null if nothing
 * @param objects the state of every object known so far, by name
 */
public record StepResult(
        List<SentStatement> sql,
        @Nullable Raised raised,
        List<String> warnings,
        @Nullable Returned returned,
        Map<String, ObjectState> objects,
        SessionSets sets,
        Transaction transaction) {}
