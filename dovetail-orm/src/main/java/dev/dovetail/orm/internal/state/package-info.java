/** The state of one object in a session, and how a session takes changes of it back. */
@NullMarked
package dev.dovetail.orm.internal.state;

import org.jspecify.annotations.NullMarked;
