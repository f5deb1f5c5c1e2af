/**
 * The samples of the documents, compiled and run. Each {@code java} block of README.md and of the guide is a region of a
 * class here, between {@code // tag::name[]} and {@code // end::name[]}; {@code DocumentsTest} sees to it that block and
 * region are the same.
 *
 * <p>The package is not null-marked, because the applications that the samples are written for need not be.
 */
package dev.dovetail.tests.docs;
