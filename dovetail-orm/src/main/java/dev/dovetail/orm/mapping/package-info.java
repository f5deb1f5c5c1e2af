/** What a model is written with: annotations, the holders of relationships, and the typed attributes of queries. */
@NullMarked
package dev.dovetail.orm.mapping;

import org.jspecify.annotations.NullMarked;
