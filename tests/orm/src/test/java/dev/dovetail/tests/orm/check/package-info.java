/** What a flush would break, found beforehand. */
@NullMarked
package dev.dovetail.tests.orm.check;

import org.jspecify.annotations.NullMarked;
