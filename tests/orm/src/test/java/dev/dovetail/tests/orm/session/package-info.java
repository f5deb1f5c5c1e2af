/** The session's whole surface, theme by theme. */
@NullMarked
package dev.dovetail.tests.orm.session;

import org.jspecify.annotations.NullMarked;
