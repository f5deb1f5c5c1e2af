/** What a database says of its schema, as records, and how a dialect is asked for it. */
@NullMarked
package dev.dovetail.catalogue;

import org.jspecify.annotations.NullMarked;
