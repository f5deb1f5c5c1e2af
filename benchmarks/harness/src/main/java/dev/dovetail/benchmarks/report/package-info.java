/** What was measured, as tables and as a plot. */
@NullMarked
package dev.dovetail.benchmarks.report;

import org.jspecify.annotations.NullMarked;
