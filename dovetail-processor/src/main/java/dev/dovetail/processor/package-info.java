/**
 * The annotation processors. Each round reads the entities ({@code read}), describes them without compiler types
 * ({@code source}, and {@code dev.dovetail.orm.mapping.model}), checks the description, and writes code ({@code write}).
 */
@NullMarked
package dev.dovetail.processor;

import org.jspecify.annotations.NullMarked;
