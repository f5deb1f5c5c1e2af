/**
 * The attributes of entities at run time: the holders of relationships that objects have, and the typed attributes that
 * queries are written with.
 */
@NullMarked
package dev.dovetail.orm.attribute;

import org.jspecify.annotations.NullMarked;
