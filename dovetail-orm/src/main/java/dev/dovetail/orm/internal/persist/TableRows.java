package dev.dovetail.orm.internal.persist;

import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.load.EntityStatements;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rows of one class have in one of its tables: the statement, and each row's parameters. A row of a joined hierarchy is
 * inserted into its first table first, whose key then goes into the others, and deleted from it last.
 */
final class TableRows {

    private static final int[] NONE = {};

    private final EntityDescriptor<?> entity;
    private final TablePart part;
    private final int[] columns;
    private final Map<Integer, Expression<?>> expressions;
    private final int[] valued;

    /**
     * Rows in a table.
     *
     * @param entity the rows' class
     * @param part one of its tables
     * @param written what is to be written, the columns of the other tables included
     */
    TableRows(EntityDescriptor<?> entity, TablePart part, Written written) {
        this.entity = entity;
        this.part = part;
        this.columns = Arrays.stream(written.columns()).filter(part::has).toArray();
        this.expressions = written.expressions();
        this.valued = Arrays.stream(columns)
                .filter(column -> !expressions.containsKey(column))
                .toArray();
    }

    /** The rows in all tables of their class, that of the root first. */
    static List<TableRows> of(EntityDescriptor<?> entity, Written written) {
        return entity.tables().stream()
                .map(part -> new TableRows(entity, part, written))
                .toList();
    }

    /** The rows' class. */
    EntityDescriptor<?> entity() {
        return entity;
    }

    /** Those columns that are in this table. */
    int[] own(int[] some) {
        return Arrays.stream(some).filter(part::has).toArray();
    }

    /** Whether it is the table whose key the others take. */
    boolean isFirst() {
        return part.first() == 0;
    }

    /** Whether no column of this table is to be written. */
    boolean isEmpty() {
        return columns.length == 0;
    }

    /** The columns to be written here. */
    int[] columns() {
        return columns;
    }

    Insert insert() {
        List<Column<?>> given = new ArrayList<>(isFirst() ? List.of() : part.key());
        given.addAll(tableColumns());
        return EntityStatements.insert(part, given, tableExpressions());
    }

    @Nullable
    Object[] inserted(RowChange row) {
        InstanceState state = row.state();
        int[] key = isFirst() ? NONE : entity.idColumns();
        @Nullable Object[] values = new Object[key.length + valued.length];
        for (int i = 0; i < key.length; i++) {
            values[i] = state.get(key[i]);
        }
        for (int i = 0; i < valued.length; i++) {
            boolean later = row.postponed().contains(valued[i]);
            values[key.length + i] = later ? null : state.get(valued[i]);
        }
        return values;
    }

    Update update() {
        return EntityStatements.update(entity, part, tableColumns(), tableExpressions());
    }

    @Nullable
    Object[] updated(RowChange row) {
        InstanceState state = row.state();
        List<@Nullable Object> match = state.match(part);
        @Nullable Object[] values = new Object[valued.length + match.size()];
        for (int i = 0; i < valued.length; i++) {
            values[i] = row.nulled().contains(valued[i]) ? null : state.get(valued[i]);
        }
        for (int i = 0; i < match.size(); i++) {
            values[valued.length + i] = match.get(i);
        }
        return values;
    }

    Delete delete() {
        return EntityStatements.delete(entity, part);
    }

    @Nullable
    Object[] deleted(RowChange row) {
        return row.state().match(part).toArray();
    }

    private List<Column<?>> tableColumns() {
        return columns(columns);
    }

    List<Column<?>> columns(int[] positions) {
        return Arrays.stream(positions).<Column<?>>mapToObj(entity::column).toList();
    }

    private Map<Column<?>, Expression<?>> tableExpressions() {
        Map<Column<?>, Expression<?>> found = new HashMap<>();
        for (int column : columns) {
            Expression<?> value = expressions.get(column);
            if (value != null) {
                found.put(entity.column(column), value);
            }
        }
        return found;
    }
}
