/**
 * Finds what a flush would break before it is sent: the rows as they would be written, and one class for each kind of rule.
 */
@NullMarked
package dev.dovetail.orm.internal.check;

import org.jspecify.annotations.NullMarked;
