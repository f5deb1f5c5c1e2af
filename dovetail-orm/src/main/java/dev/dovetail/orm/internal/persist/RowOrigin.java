package dev.dovetail.orm.internal.persist;

import dev.dovetail.Redacted;
import dev.dovetail.ValueText;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.MetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a flush or of a bulk insert is for: the objects whose rows it writes, and why.
 *
 * @param entity the rows' entity
 * @param rows the rows, by their place in the batch; asked only when something is to be told
 * @param mappings all entities
 * @param memory the session's objects
 * @param givesTransactionUp whether a failure ends the transaction
 * @param moreCauses why all of them are written
 */
record RowOrigin(
        EntityDescriptor<?> entity,
        IntFunction<RowChange> rows,
        Mappings mappings,
        IdentityMap memory,
        boolean givesTransactionUp,
        List<String> moreCauses)
        implements StatementOrigin {

    @Override
    public String describe(int row) {
        InstanceState state = rows.apply(row).state();
        return switch (rows.apply(row).kind()) {
            case INSERT -> "inserting " + fields(state);
            case UPDATE -> "updating " + state;
            case DELETE -> "deleting " + state;
        };
    }

    @Override
    public Object entity(int row) {
        return rows.apply(row).state().entity();
    }

    @Override
    public String entityName() {
        return entity.name();
    }

    @Override
    public @Nullable String entityName(String table) {
        return mappings.entities().stream()
                .filter(candidate -> candidate.table().name().equals(table) && !candidate.inBaseTable())
                .map(EntityDescriptor::name)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String attribute(String column) {
        return entity.mapper().model().column(column).map(ColumnModel::label).orElse(null);
    }

    @Override
    public List<String> causes(int row) {
        List<String> causes = new ArrayList<>(rows.apply(row).causes());
        causes.addAll(moreCauses);
        return causes;
    }

    @Override
    public List<Map<String, @Nullable Object>> rowsInMemory(String table, Map<String, @Nullable Object> values) {
        return KnownRows.having(memory, table, values).stream()
                .map(KnownRows::key)
                .toList();
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
        return entity.mapper().model().column(column).map(RowOrigin::sensitive).orElse(false);
    }

    private static boolean sensitive(ColumnModel column) {
        return column.traits().contains(ColumnModel.Trait.SENSITIVE);
    }

    private String fields(InstanceState state) {
        StringJoiner text = new StringJoiner(", ", entity.name() + "{", "}");
        for (int position = 0; position < entity.columns().size(); position++) {
            ColumnModel column = entity.columns().get(position);
            Object value = sensitive(column) ? Redacted.VALUE : state.get(position);
            text.add(column.label() + "=" + (state.assigned().has(position) ? "by SQL" : ValueText.of(value)));
        }
        return text.toString();
    }

    @Override
    public boolean goesBackToSavepoint() {
        return !givesTransactionUp;
    }
}
