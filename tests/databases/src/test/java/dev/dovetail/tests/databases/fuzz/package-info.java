/** Random statements: what can be rendered for a database is understood by it, and means the same on all of them. */
@NullMarked
package dev.dovetail.tests.databases.fuzz;

import org.jspecify.annotations.NullMarked;
