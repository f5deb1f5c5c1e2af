package dev.dovetail.orm.internal.load;

import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that reads an entity, or writes it past the unit of work, is for.
 *
 * @param purpose for instance {@code loading Parent.children of Parent 1}
 * @param entity the entity
 * @param mappings all entities
 */
public record LoadOrigin(Object purpose, EntityDescriptor<?> entity, Mappings mappings) implements StatementOrigin {

    @Override
    public String describe(int row) {
        return purpose.toString();
    }

    @Override
    public String entityName() {
        return entity.name();
    }

    @Override
    public @Nullable String attribute(String column) {
        return entity.mapper().model().column(column).map(ColumnModel::label).orElse(null);
    }

    @Override
    public MetaData metadata() {
        return mappings.metadata();
    }

    @Override
    public boolean sensitive(String table, String column) {
        return mappings.sensitive(table, column);
    }

    @Override
    public boolean sensitive(String column) {
        return entity.mapper()
                .model()
                .column(column)
                .map(model -> model.traits().contains(ColumnModel.Trait.SENSITIVE))
                .orElse(false);
    }
}
