/** An entity as the writers need it: the model, and how its fields are reached. No compiler types. */
@NullMarked
package dev.dovetail.processor.source;

import org.jspecify.annotations.NullMarked;
