/** Hibernate ORM as its manual recommends for speed. */
package dev.dovetail.benchmarks.hibernate;
