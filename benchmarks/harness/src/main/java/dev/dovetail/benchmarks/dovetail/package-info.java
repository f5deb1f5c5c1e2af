/** Dovetail as its guide shows it: the code that a user would write. */
@NullMarked
package dev.dovetail.benchmarks.dovetail;

import org.jspecify.annotations.NullMarked;
