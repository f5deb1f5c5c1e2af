package dev.dovetail.tests.conformance.corpus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do, and what SQLAlchemy did.
 *
 * @param results by backend, {@code sqlite} and {@code postgresql}; one that cannot run it is absent
 */
public record Scenario(
        String name,
        String schema,
        @Nullable String doc,
        SessionSettings session,
        List<FixtureRow> fixture,
        List<Step> steps,
        String outcome,
        Marks marks,
        Map<String, Result> results) {}
