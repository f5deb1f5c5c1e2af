/** What all parts of Dovetail share: exceptions and error codes. */
@NullMarked
package dev.dovetail;

import org.jspecify.annotations.NullMarked;
