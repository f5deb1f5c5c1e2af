/** Tests of the mapping as data. */
@NullMarked
package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.NullMarked;
