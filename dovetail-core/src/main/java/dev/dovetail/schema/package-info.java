/** Tables, columns, keys and constraints as immutable objects, and the registry that links them. */
@NullMarked
package dev.dovetail.schema;

import org.jspecify.annotations.NullMarked;
