/** Previews of deletes of objects, compared with what the session and the database then do. */
@NullMarked
package dev.dovetail.tests.orm.previews;

import org.jspecify.annotations.NullMarked;
