/** All kinds of relationships: through secondary tables, through entities, by several keys. */
@NullMarked
package dev.dovetail.tests.orm.relationships;

import org.jspecify.annotations.NullMarked;
