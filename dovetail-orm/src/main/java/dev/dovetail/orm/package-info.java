/** Sessions: entities loaded, tracked and written. */
@NullMarked
package dev.dovetail.orm;

import org.jspecify.annotations.NullMarked;
