/** Memory and database after commits, rollbacks and failures. */
@NullMarked
package dev.dovetail.tests.orm.rollback;

import org.jspecify.annotations.NullMarked;
