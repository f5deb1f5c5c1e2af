/** jOOQ as its manual recommends for speed. */
package dev.dovetail.benchmarks.jooq;
