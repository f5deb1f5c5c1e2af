/** The contract of the test kit, and more, on every database. */
@NullMarked
package dev.dovetail.tests.databases;

import org.jspecify.annotations.NullMarked;
