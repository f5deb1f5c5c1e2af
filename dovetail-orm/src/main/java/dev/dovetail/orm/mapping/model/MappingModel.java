package dev.dovetail.orm.mapping.model;

import dev.dovetail.UsageException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Entities seen together: how their relationships follow their foreign keys, and what is wrong with them. The order in
 * which the entities are given has no influence on any answer. Immutable and thread-safe.
 */
public final class MappingModel {

    private final Map<String, EntityModel> entities;
    private final Links links = new Links(this);

    private MappingModel(Map<String, EntityModel> entities) {
        this.entities = entities;
    }

    /**
     * The model of some entities.
     *
     * @param entities the entities; one that is given twice counts once
     * @return the model
     * @throws UsageException if one class is described in two ways
     */
    public static MappingModel of(Collection<EntityModel> entities) {
        Map<String, EntityModel> byName = new TreeMap<>();
        for (EntityModel entity : entities) {
            EntityModel other = byName.putIfAbsent(entity.className(), entity);
            if (other != null && !other.equals(entity)) {
                throw new UsageException(
                        "DVT-USE-MAPPING",
                        entity.className() + " is described in two ways: as " + other + " and as " + entity
                                + "; two versions of its mapper are in use, compile everything again");
            }
        }
        return new MappingModel(Collections.unmodifiableMap(byName));
    }

    /**
     * The entities.
     *
     * @return the entities, sorted by class name
     */
    public List<EntityModel> entities() {
        return List.copyOf(entities.values());
    }

    /**
     * An entity by its class.
     *
     * @param className the class's binary name
     * @return the entity, if it is part of this model
     */
    public Optional<EntityModel> entity(String className) {
        return Optional.ofNullable(entities.get(className));
    }

    /**
     * The entity that a foreign key refers to.
     *
     * @param foreignKey the key
     * @return the entity, if it is part of this model
     */
    public Optional<EntityModel> target(ForeignKeyModel foreignKey) {
        return foreignKey.targetEntity() != null
                ? entity(foreignKey.targetEntity())
                : entities.values().stream()
                        .filter(foreignKey::refersTo)
                        .filter(entity ->
                                entity.base() == null || entity.inheritance().joined())
                        .filter(entity -> entity.table().equals(foreignKey.targetTable()))
                        .findFirst();
    }

    /**
     * Joins a relationship to its foreign key and its inverse.
     *
     * @param owner the entity that declares it
     * @param relationship the relationship
     * @return the link
     * @throws UsageException if the relationship follows no foreign key, or it is not clear which; the code is the
     *     rule's, and {@link #findings} has the same message
     */
    public Link link(EntityModel owner, RelationshipModel relationship) {
        Links.Resolution resolution = links.resolve(owner, relationship);
        if (resolution.problem() != null) {
            throw new UsageException(
                    resolution.problem().code(), resolution.problem().message());
        }
        return resolution.requireLink();
    }

    /**
     * Checks everything.
     *
     * @return what was found, sorted by class, then in the order of its declarations; without what the mapping has
     *     suppressed
     */
    public List<Finding> findings() {
        return new ModelChecks(this, links).run();
    }

    /**
     * Of the findings only those for which the mapping cannot be used, which takes less than to find all.
     *
     * @return the errors, in the order in which {@link #findings} has them
     */
    public List<Finding> errors() {
        return new ModelChecks(this, links).errors();
    }
}
