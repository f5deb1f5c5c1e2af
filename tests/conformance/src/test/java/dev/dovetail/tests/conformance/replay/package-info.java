/**
 * What the statements of a result did to the tables, worked out without a database: a small SQL reader, tables in memory, and
 * for each step the rows that it wrote, one by one, each with the row before and after.
 */
@NullMarked
package dev.dovetail.tests.conformance.replay;

import org.jspecify.annotations.NullMarked;
