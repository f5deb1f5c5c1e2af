/**
 * What every dialect keeps: JUnit classes that run on every {@link dev.dovetail.testkit.TestDatabase}. The author of a
 * dialect has Surefire run them by {@code dependenciesToScan}.
 */
@NullMarked
package dev.dovetail.testkit.contract;

import org.jspecify.annotations.NullMarked;
