/** From annotated classes, in source or in class files, to {@code source} and the findings that only the reader can make. */
@NullMarked
package dev.dovetail.processor.read;

import org.jspecify.annotations.NullMarked;
