/** A mapped superclass in a package of its own. */
@NullMarked
package dev.dovetail.tests.orm.inheritance.records;

import org.jspecify.annotations.NullMarked;
