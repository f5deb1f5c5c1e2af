package dev.dovetail.orm.generated;

import java.util.List;

/** The entities of one compilation. Generated; found by name ({@code AppModel.INSTANCE}) or by the service loader. */
public abstract class EntityIndex {

    private final List<EntityMapper<?>> mappers;

    /**
     * For generated subclasses.
     *
     * @param mappers the mappers of the compilation's entities, sorted by class name
     */
    protected EntityIndex(EntityMapper<?>... mappers) {
        this.mappers = List.of(mappers);
    }

    /**
     * The mappers.
     *
     * @return the mappers, unmodifiable
     */
    public final List<EntityMapper<?>> mappers() {
        return mappers;
    }
}
