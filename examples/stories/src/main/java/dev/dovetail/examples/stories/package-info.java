/** Short programs that show Dovetail at work. */
@NullMarked
package dev.dovetail.examples.stories;

import org.jspecify.annotations.NullMarked;
