/** Servers that are killed, disks that are full, databases that cannot be written. */
@NullMarked
package dev.dovetail.tests.orm.faults;

import org.jspecify.annotations.NullMarked;
