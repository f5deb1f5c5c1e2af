package dev.dovetail.orm;

import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The object whose row a commit has refused.
 *
 * @param state the object
 * @param model what the mapping knows
 */
record RowAtCommit(InstanceState state, ModelOrigin model) implements StatementOrigin {

    @Override
    public String describe(int row) {
        return "committing " + state;
    }

    @Override
    public Object entity(int row) {
        return state.entity();
    }

    @Override
    public String entityName() {
        return state.type().name();
    }

    @Override
    public @Nullable String attribute(String column) {
        return state.type()
                .mapper()
                .model()
                .column(column)
                .map(ColumnModel::label)
                .orElse(null);
    }

    @Override
    public MetaData metadata() {
        return model.metadata();
    }

    @Override
    public boolean sensitive(String column) {
        return model.sensitive(state.type().table().name(), column);
    }
}
