/**
 * The mapping as data: what the annotations say, how the classes relate, and the checks. It knows no compiler types and
 * no loaded classes, so that the processor and the session factory share it.
 */
@NullMarked
package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.NullMarked;
