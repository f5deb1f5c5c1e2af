/**
 * From a driver's error, the statement that failed and the schema to a typed error that says what broke, where, with
 * which values, and what to do. Rows are looked up through a probe that this package declares and the engine implements.
 */
@NullMarked
package dev.dovetail.integrity;

import org.jspecify.annotations.NullMarked;
