/** The unit of work: from what changed to an ordered plan of statements, as values. */
@NullMarked
package dev.dovetail.orm.internal.unitofwork;

import org.jspecify.annotations.NullMarked;
