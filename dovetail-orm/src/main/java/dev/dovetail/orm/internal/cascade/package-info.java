/** What travels along relationships, and the one rule for deletes. */
@NullMarked
package dev.dovetail.orm.internal.cascade;

import org.jspecify.annotations.NullMarked;
