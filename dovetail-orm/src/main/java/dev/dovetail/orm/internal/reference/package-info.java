/** References that do not keep their objects alive. */
@NullMarked
package dev.dovetail.orm.internal.reference;

import org.jspecify.annotations.NullMarked;
