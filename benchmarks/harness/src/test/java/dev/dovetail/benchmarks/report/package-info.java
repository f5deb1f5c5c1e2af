/** Tests of tables and plot. */
@NullMarked
package dev.dovetail.benchmarks.report;

import org.jspecify.annotations.NullMarked;
