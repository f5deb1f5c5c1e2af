/** Hand-written JDBC: portable, prepared, batched, row by row as a unit of work would send it. */
@NullMarked
package dev.dovetail.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;
