/** Hierarchies of entities, and mapped superclasses. */
@NullMarked
package dev.dovetail.tests.orm.inheritance;

import org.jspecify.annotations.NullMarked;
