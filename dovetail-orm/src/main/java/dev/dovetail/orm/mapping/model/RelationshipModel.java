package dev.dovetail.orm.mapping.model;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as one side declares it.
 *
 * @param name the holder's field
 * @param many whether the holder is a collection
 * @param targetEntity the binary name of the other class
 * @param backPopulates the holder on the other side, or null
 * @param cascade the cascades, expanded
 * @param passiveDeletes what deleting this side does to the other
 * @param passiveDeletesGiven whether the mapping names {@code passiveDeletes} itself
 * @param foreignKey the chosen foreign key's columns or fields, empty where none is chosen
 * @param singleParent whether a second parent is refused
 * @param orderBy the order of a collection: names, each possibly followed by {@code DESC}
 */
public record RelationshipModel(
        String name,
        boolean many,
        String targetEntity,
        @Nullable String backPopulates,
        Set<Cascade> cascade,
        PassiveDeletes passiveDeletes,
        boolean passiveDeletesGiven,
        List<String> foreignKey,
        boolean singleParent,
        List<String> orderBy) {

    /** Copies what can change. */
    public RelationshipModel {
        cascade = Cascade.expand(cascade);
        foreignKey = List.copyOf(foreignKey);
        orderBy = List.copyOf(orderBy);
    }
}
