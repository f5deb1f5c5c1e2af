/** Previews of deletes, compared with what the deletes then do. */
@NullMarked
package dev.dovetail.tests.databases.preview;

import org.jspecify.annotations.NullMarked;
