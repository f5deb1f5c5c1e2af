package dev.dovetail.orm.internal.persist;

import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.attribute.MappedClass;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.unitofwork.LinkChange;
import dev.dovetail.orm.internal.unitofwork.LinkStep;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement on a secondary table is for: the objects that its rows join, and why.
 *
 * @param step the rows, in the order of the batch
 * @param mappings all entities
 * @param givesTransactionUp whether a failure ends the transaction
 */
record LinkOrigin(LinkStep step, Mappings mappings, boolean givesTransactionUp) implements StatementOrigin {

    @Override
    public String describe(int row) {
        LinkChange link = step.rows().get(row);
        if (link.kind() == LinkChange.Kind.INSERT) {
            return "joining " + link.objects() + " in " + link.end().label();
        }
        if (link.kind() == LinkChange.Kind.UPDATE) {
            return "giving the new key of " + link.owner() + " to its rows in "
                    + link.end().label();
        }
        return link.target() == null
                ? "taking " + link.owner() + " out of all its " + link.end().label()
                : "taking " + link.objects() + " apart in " + link.end().label();
    }

    @Override
    public Object entity(int row) {
        return step.rows().get(row).owner().entity();
    }

    @Override
    public String entityName() {
        return step.first().owner().type().name();
    }

    @Override
    public @Nullable String entityName(String table) {
        return mappings.entities().stream()
                .filter(candidate -> candidate.table().name().equals(table))
                .map(EntityDescriptor::name)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> causes(int row) {
        return step.rows().get(row).causes();
    }

    @Override
    public MetaData metadata() {
        return mappings.metadata();
    }

    @Override
    public boolean sensitive(String table, String column) {
        return table.equalsIgnoreCase(step.first().table().table().name())
                ? sensitive(column)
                : mappings.sensitive(table, column);
    }

    /** A key is as sensitive as the column that it refers to. */
    @Override
    public boolean sensitive(String column) {
        LinkTable table = step.first().table();
        return sensitive(column, table.ownColumns(), step.first().end().owner(), table.ownKey())
                || sensitive(column, table.targetColumns(), step.first().end().target(), table.targetKey());
    }

    private static boolean sensitive(String column, List<Column<?>> columns, MappedClass<?> side, int[] key) {
        for (int i = 0; i < key.length; i++) {
            if (columns.get(i).name().equalsIgnoreCase(column)) {
                return side.model().columns().get(key[i]).traits().contains(ColumnModel.Trait.SENSITIVE);
            }
        }
        return false;
    }

    @Override
    public boolean goesBackToSavepoint() {
        return !givesTransactionUp;
    }
}
