package dev.dovetail.processor.source;

import dev.dovetail.orm.mapping.model.EntityModel;
import java.util.List;

/**
 * Everything that is written about one entity.
 *
 * @param name the entity class
 * @param model what it declares
 * @param privateConstructor whether its constructor is private
 * @param inNamedModule whether the class belongs to a named module
 * @param columns as many as the model has, in its order
 * @param embedded the embedded records, in the order of their fields
 * @param holders as many as the model has relationships, in its order
 */
public record EntitySource(
        ClassName name,
        EntityModel model,
        boolean privateConstructor,
        boolean inNamedModule,
        List<ColumnSource> columns,
        List<EmbeddedSource> embedded,
        List<HolderSource> holders) {

    /** Copies what can change. */
    public EntitySource {
        columns = List.copyOf(columns);
        embedded = List.copyOf(embedded);
        holders = List.copyOf(holders);
    }
}
