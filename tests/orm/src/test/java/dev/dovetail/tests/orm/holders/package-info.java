/** Holders in memory, without a session. */
@NullMarked
package dev.dovetail.tests.orm.holders;

import org.jspecify.annotations.NullMarked;
