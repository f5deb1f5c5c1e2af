/** What a field can be. */
@NullMarked
package dev.dovetail.tests.orm.fields;

import org.jspecify.annotations.NullMarked;
