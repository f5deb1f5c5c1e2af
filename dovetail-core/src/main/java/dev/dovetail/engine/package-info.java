/**
 * Connections to a database, transactions on them, and the statements that they carry: from a statement of the SQL tree
 * to rows, counts and generated keys, or to an explained error.
 */
@NullMarked
package dev.dovetail.engine;

import org.jspecify.annotations.NullMarked;
