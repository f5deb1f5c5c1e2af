/** Compiles entities and looks at what the compiler says and what the processors write. */
@NullMarked
package dev.dovetail.processor;

import org.jspecify.annotations.NullMarked;
