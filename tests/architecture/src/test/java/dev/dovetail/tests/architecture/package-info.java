/** Rules about the packages of all published modules. */
@NullMarked
package dev.dovetail.tests.architecture;

import org.jspecify.annotations.NullMarked;
