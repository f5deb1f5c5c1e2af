/** What SQLAlchemy was recorded to do, replayed. */
@NullMarked
package dev.dovetail.tests.orm.oracle;

import org.jspecify.annotations.NullMarked;
