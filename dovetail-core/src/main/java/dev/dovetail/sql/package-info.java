/**
 * The sealed tree of SQL expressions, sources and statements, with the fluent methods that build it.
 *
 * <p>Nodes are immutable and hold no text but names; {@code dev.dovetail.compile} makes SQL of them. Begin at
 * {@link dev.dovetail.sql.Sql}.
 */
@NullMarked
package dev.dovetail.sql;

import org.jspecify.annotations.NullMarked;
