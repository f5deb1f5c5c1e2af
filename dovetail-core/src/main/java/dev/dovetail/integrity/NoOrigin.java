package dev.dovetail.integrity;

import dev.dovetail.schema.MetaData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** See {@link StatementOrigin#none()}. */
enum NoOrigin implements StatementOrigin {
    INSTANCE;

    @Override
    public @Nullable String describe(int row) {
        return null;
    }

    @Override
    public @Nullable Object entity(int row) {
        return null;
    }

    @Override
    public @Nullable String entityName() {
        return null;
    }

    @Override
    public @Nullable String attribute(String column) {
        return null;
    }

    @Override
    public List<String> causes(int row) {
        return List.of();
    }

    @Override
    public @Nullable MetaData metadata() {
        return null;
    }

    @Override
    public boolean sensitive(String column) {
        return false;
    }
}
