/** The annotations that a model is written with, and their words. */
@NullMarked
package dev.dovetail.orm.mapping;

import org.jspecify.annotations.NullMarked;
