/** What a broken constraint is told as when it comes through the session. */
@NullMarked
package dev.dovetail.tests.orm.violations;

import org.jspecify.annotations.NullMarked;
