/** Small helpers that know no other package. */
@NullMarked
package dev.dovetail.internal;

import org.jspecify.annotations.NullMarked;
