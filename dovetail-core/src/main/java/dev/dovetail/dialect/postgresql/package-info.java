/** PostgreSQL, by the driver org.postgresql:postgresql. */
@NullMarked
package dev.dovetail.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
