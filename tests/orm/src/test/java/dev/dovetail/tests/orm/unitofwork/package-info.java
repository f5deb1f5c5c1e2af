/** What a flush writes, and in which order. */
@NullMarked
package dev.dovetail.tests.orm.unitofwork;

import org.jspecify.annotations.NullMarked;
