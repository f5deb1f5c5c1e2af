package dev.dovetail.orm;

import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.persist.KnownRows;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.schema.MetaData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of a commit, which writes no row of its own, and of statements that the program sends by itself, what the tables are and which
 * columns are sensitive.
 *
 * @param mappings all entities
 * @param memory the session's objects
 * @param givesTransactionUp whether a failure ends the transaction
 */
record ModelOrigin(Mappings mappings, IdentityMap memory, boolean givesTransactionUp) implements StatementOrigin {

    @Override
    public @Nullable StatementOrigin ofRow(String table, Map<String, @Nullable Object> values) {
        List<InstanceState> rows = KnownRows.having(memory, table, values);
        return rows.size() == 1 ? new RowAtCommit(rows.get(0), this) : null;
    }

    @Override
    public MetaData metadata() {
        return mappings.metadata();
    }

    @Override
    public boolean sensitive(String table, String column) {
        return mappings.sensitive(table, column);
    }
}
