package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.RelationshipAttribute;

/**
 * What a query loads besides its objects.
 *
 * @param relationship the relationship to be loaded, one statement for all objects of the query
 */
public record LoadOption(RelationshipAttribute<?, ?, ?> relationship) {}
