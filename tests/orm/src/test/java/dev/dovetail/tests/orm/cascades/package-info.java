/** What travels along relationships, and the one rule for the foreign key. */
@NullMarked
package dev.dovetail.tests.orm.cascades;

import org.jspecify.annotations.NullMarked;
