/** What the tests share. */
@NullMarked
package dev.dovetail.tests.orm.support;

import org.jspecify.annotations.NullMarked;
