/** The states of an object in a session, and the session's own. */
@NullMarked
package dev.dovetail.tests.orm.states;

import org.jspecify.annotations.NullMarked;
