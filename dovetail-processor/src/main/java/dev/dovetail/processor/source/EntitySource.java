package dev.dovetail.processor.source;

import dev.dovetail.orm.mapping.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param superclass what it has from its nearest mapped superclass, or null; it comes first in columns and holders
 * @param isAbstract whether the class has no objects of its own
 */
public record EntitySource(
        ClassName name,
        EntityModel model,
        boolean privateConstructor,
        boolean inNamedModule,
        List<ColumnSource> columns,
        List<EmbeddedSource> embedded,
        List<HolderSource> holders,
        @Nullable SuperSource superclass,
        boolean isAbstract) {

    /** Copies what can change. */
    public EntitySource {
        columns = List.copyOf(columns);
        embedded = List.copyOf(embedded);
        holders = List.copyOf(holders);
    }

    /** The position of the first column that the class declares itself. */
    public int firstColumn() {
        return superclass == null ? 0 : superclass.columns();
    }

    /** The position of the first relationship that the class declares itself. */
    public int firstHolder() {
        return superclass == null ? 0 : superclass.holders();
    }

    /** The embedded records that the class declares itself. */
    public List<EmbeddedSource> ownEmbedded() {
        return embedded.subList(superclass == null ? 0 : superclass.embedded(), embedded.size());
    }

    /** The position of the first column that the description of a base entity does not have. */
    public int firstDescribed() {
        return superclass == null ? 0 : superclass.baseColumns();
    }
}
