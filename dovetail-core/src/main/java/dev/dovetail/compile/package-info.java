/**
 * From the tree to a database: the {@link dev.dovetail.compile.Dialect} contract, the one renderer, bind slots and the
 * key under which a compiled statement is cached.
 */
@NullMarked
package dev.dovetail.compile;

import org.jspecify.annotations.NullMarked;
