/** When and how relationships are loaded: exact statements, and the same objects by every way. */
@NullMarked
package dev.dovetail.tests.orm.loading;

import org.jspecify.annotations.NullMarked;
