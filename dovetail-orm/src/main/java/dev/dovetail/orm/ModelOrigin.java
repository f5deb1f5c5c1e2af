package dev.dovetail.orm;

import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.schema.MetaData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of a commit, which writes no row of its own, and of statements that the program sends by itself, what the tables are and which
 * columns are sensitive.
 *
 * @param mappings all entities
 * @param givesTransactionUp whether a failure ends the transaction
 */
record ModelOrigin(Mappings mappings, boolean givesTransactionUp) implements StatementOrigin {

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
    public MetaData metadata() {
        return mappings.metadata();
    }

    @Override
    public boolean sensitive(String column) {
        return false;
    }

    @Override
    public boolean sensitive(String table, String column) {
        return mappings.sensitive(table, column);
    }
}
