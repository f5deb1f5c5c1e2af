/** Workloads, their verification, and the clocks and counters around them. */
@NullMarked
package dev.dovetail.benchmarks;

import org.jspecify.annotations.NullMarked;
