/** Reading a schema back from a database: what its catalogue says, and tables made of it. */
@NullMarked
package dev.dovetail.reflect;

import org.jspecify.annotations.NullMarked;
