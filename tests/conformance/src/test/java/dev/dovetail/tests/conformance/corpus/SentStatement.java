package dev.dovetail.tests.conformance.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or a command of the transaction.
 *
 * @param text SQL with {@code ?} for values and without quotes; {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK},
 *     {@code SAVEPOINT x}, {@code ROLLBACK TO SAVEPOINT x}, {@code RELEASE SAVEPOINT x}
 * @param rows the parameters: one list for each row of a batch, none for a command
 */
public record SentStatement(String text, List<List<@Nullable Object>> rows) {}
