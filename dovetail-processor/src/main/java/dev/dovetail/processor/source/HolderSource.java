package dev.dovetail.processor.source;

import dev.dovetail.orm.mapping.model.RelationshipModel;

/**
 * A relationship and how generated code reaches its holder.
 *
 * @param kind the simple name of the holder's class
 * @param model the relationship
 * @param target the other class
 * @param targetMapped whether the other class is an entity, so that it has a metamodel
 * @param privateField whether the field is private
 */
public record HolderSource(
        String kind, RelationshipModel model, ClassName target, boolean targetMapped, boolean privateField) {}
