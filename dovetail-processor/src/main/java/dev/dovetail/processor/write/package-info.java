/** Writes the generated classes as a colleague would have. */
@NullMarked
package dev.dovetail.processor.write;

import org.jspecify.annotations.NullMarked;
