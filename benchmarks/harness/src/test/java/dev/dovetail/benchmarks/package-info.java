/** Tests of the workloads: what is sent and what comes of it. Times stand in no test. */
@NullMarked
package dev.dovetail.benchmarks;

import org.jspecify.annotations.NullMarked;
