/**
 * The format of the recorded behaviour of SQLAlchemy as records: schemas, scenarios, results. What Dovetail does is recorded
 * as the same {@link dev.dovetail.tests.conformance.corpus.Result}.
 *
 * <p>A value is what JSON has: null, {@code Long}, {@code Double}, {@code Boolean}, {@code String}, a list or a map of them.
 */
@NullMarked
package dev.dovetail.tests.conformance.corpus;

import org.jspecify.annotations.NullMarked;
