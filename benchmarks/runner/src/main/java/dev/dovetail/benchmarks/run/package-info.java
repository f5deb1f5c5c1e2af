/** Runs the benchmarks in JVMs of their own. */
@NullMarked
package dev.dovetail.benchmarks.run;

import org.jspecify.annotations.NullMarked;
