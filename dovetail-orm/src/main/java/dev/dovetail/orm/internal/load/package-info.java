/** Reading rows into objects, and holders on demand. */
@NullMarked
package dev.dovetail.orm.internal.load;

import org.jspecify.annotations.NullMarked;
