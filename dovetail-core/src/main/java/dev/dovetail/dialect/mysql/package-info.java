/** MySQL and MariaDB, each by its own driver and dialect, and what the two have in common. */
@NullMarked
package dev.dovetail.dialect.mysql;

import org.jspecify.annotations.NullMarked;
