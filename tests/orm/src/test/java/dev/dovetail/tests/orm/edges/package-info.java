/** What goes wrong at the edges of a session: two factories, two sessions, collected objects, errors in the middle. */
@NullMarked
package dev.dovetail.tests.orm.edges;

import org.jspecify.annotations.NullMarked;
