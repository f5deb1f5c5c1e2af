/** The annotation processor that checks mappings and writes mappers. */
@NullMarked
package dev.dovetail.processor;

import org.jspecify.annotations.NullMarked;
