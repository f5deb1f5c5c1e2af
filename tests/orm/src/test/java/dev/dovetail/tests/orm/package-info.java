/** Tests of the ORM with entities. */
@NullMarked
package dev.dovetail.tests.orm;

import org.jspecify.annotations.NullMarked;
