/** SQL types: which Java class a column's value has, how it goes through JDBC, and when two values are the same. */
@NullMarked
package dev.dovetail.type;

import org.jspecify.annotations.NullMarked;
