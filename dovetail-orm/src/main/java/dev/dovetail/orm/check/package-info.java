/** What a session's check found that the next flush would break, as values. */
@NullMarked
package dev.dovetail.orm.check;

import org.jspecify.annotations.NullMarked;
