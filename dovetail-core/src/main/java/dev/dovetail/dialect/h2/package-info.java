/** H2, by the driver com.h2database:h2. */
@NullMarked
package dev.dovetail.dialect.h2;

import org.jspecify.annotations.NullMarked;
