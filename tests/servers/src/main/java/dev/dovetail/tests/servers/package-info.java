/** Real databases for tests, started when first asked for and stopped with the JVM. Knows nothing of Dovetail. */
@NullMarked
package dev.dovetail.tests.servers;

import org.jspecify.annotations.NullMarked;
