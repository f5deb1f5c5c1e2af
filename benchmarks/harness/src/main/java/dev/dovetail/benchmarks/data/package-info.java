/** The rows that all contenders write and read. */
@NullMarked
package dev.dovetail.benchmarks.data;

import org.jspecify.annotations.NullMarked;
