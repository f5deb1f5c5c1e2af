/** Entities for tests of many themes: authors, their books and passports, and a tree. */
@NullMarked
package dev.dovetail.tests.orm.library;

import org.jspecify.annotations.NullMarked;
