package dev.dovetail.tests.conformance.corpus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario did, recorded from SQLAlchemy or from Dovetail.
 *
 * @param endSql what closing the session sent
 * @param tables what is committed at the end; rows in column order, sorted by value, null first
 */
public record Result(
        List<StepResult> steps, List<SentStatement> endSql, Map<String, List<List<@Nullable Object>>> tables) {}
