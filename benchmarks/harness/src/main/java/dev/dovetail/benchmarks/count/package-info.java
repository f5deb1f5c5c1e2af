/** What goes to the driver, and over the wire. */
@NullMarked
package dev.dovetail.benchmarks.count;

import org.jspecify.annotations.NullMarked;
