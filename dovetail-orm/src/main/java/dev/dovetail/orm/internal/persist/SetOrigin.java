package dev.dovetail.orm.internal.persist;

import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.internal.load.LoadOrigin;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.unitofwork.SetDelete;
import dev.dovetail.schema.MetaData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the delete of rows that were not loaded is for.
 *
 * @param set the rows
 * @param mappings all entities
 * @param givesTransactionUp whether a failure ends the transaction
 * @param flushCauses why the flush runs
 */
record SetOrigin(SetDelete set, Mappings mappings, boolean givesTransactionUp, List<String> flushCauses)
        implements StatementOrigin {

    @Override
    public String describe(int row) {
        return "deleting the rows of " + set.entity().name() + " below " + SetDelete.names(set.owners());
    }

    @Override
    public String entityName() {
        return set.entity().name();
    }

    @Override
    public @Nullable String entityName(String table) {
        return mappings.entities().stream()
                .filter(candidate -> candidate.table().name().equals(table) && !candidate.inBaseTable())
                .map(entity -> entity.name())
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String attribute(String column) {
        return rows().attribute(column);
    }

    @Override
    public List<String> causes(int row) {
        List<String> causes = new ArrayList<>(set.causes());
        causes.addAll(flushCauses);
        return causes;
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
        return rows().sensitive(column);
    }

    private LoadOrigin rows() {
        return new LoadOrigin(describe(0), set.entity(), mappings);
    }

    @Override
    public boolean goesBackToSavepoint() {
        return !givesTransactionUp;
    }
}
