/** What a session knows of an object, as values. */
@NullMarked
package dev.dovetail.orm.inspect;

import org.jspecify.annotations.NullMarked;
