/** The identity map: one object for each row. */
@NullMarked
package dev.dovetail.orm.internal.identity;

import org.jspecify.annotations.NullMarked;
