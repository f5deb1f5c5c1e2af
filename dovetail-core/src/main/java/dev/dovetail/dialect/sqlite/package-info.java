/** SQLite, by the driver org.xerial:sqlite-jdbc. */
@NullMarked
package dev.dovetail.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
