package dev.dovetail.orm.internal.load;

import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.KeyListForm;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.FunctionSource;
import dev.dovetail.sql.Functions;
import dev.dovetail.sql.NamedType;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys whose rows one statement reads: as parameters, padded so that statements have few shapes, or as one array where the database
 * takes that better. Each key comes once.
 */
final class KeyList {

    /** Classes that mean the same within an array as alone: texts may be padded or compared otherwise. */
    private static final Set<Class<?>> ELEMENTS = Set.of(Integer.class, Long.class, Short.class, UUID.class);

    /** So few are named one by one: a person can read that, and it costs no database anything. */
    private static final int FEW = 8;

    private static final String NAME = "given_keys";

    private final List<Object[]> keys;
    private final List<ColumnRef<?>> columns;
    private final KeyListForm form;

    private KeyList(List<Object[]> keys, List<ColumnRef<?>> columns, KeyListForm form) {
        this.keys = keys;
        this.columns = columns;
        this.form = form;
    }

    /**
     * Keys for a statement.
     *
     * @param keys the keys
     * @param columns the columns that they are compared with
     * @param dialect says how
     */
    static KeyList of(List<Object[]> keys, List<ColumnRef<?>> columns, Dialect dialect) {
        boolean alike = keys.size() > FEW
                && columns.size() == 1
                && columns.get(0).type().equals(columns.get(0).type().storage())
                && ELEMENTS.contains(columns.get(0).type().javaClass());
        KeyListForm form = alike ? dialect.keyListForm() : KeyListForm.PARAMETERS;
        return new KeyList(form == KeyListForm.PARAMETERS ? Keys.padded(keys) : keys, columns, form);
    }

    /** As {@link #of}, for a statement that joins nothing. */
    static KeyList compared(List<Object[]> keys, List<ColumnRef<?>> columns, Dialect dialect) {
        KeyList list = of(keys, columns, dialect);
        return list.form == KeyListForm.JOINED_ARRAY
                ? new KeyList(Keys.padded(keys), columns, KeyListForm.PARAMETERS)
                : list;
    }

    /** Restricts a query to the rows of the keys. */
    Select<Row> restrict(Select<Row> query) {
        return form == KeyListForm.JOINED_ARRAY ? joined(query, columns.get(0)) : query.where(condition());
    }

    /** That a row is one of the keys'; of {@link #compared} keys. */
    Expression<Boolean> condition() {
        return form == KeyListForm.ARRAY ? among(columns.get(0)) : EntityStatements.among(columns, keys.size());
    }

    private static <T> Expression<Boolean> among(ColumnRef<T> column) {
        return Functions.arrayHas(Sql.parameter(0, Types.ARRAY(column.type())), column);
    }

    private static <T> Select<Row> joined(Select<Row> query, ColumnRef<T> column) {
        Type<List<@Nullable T>> array = Types.ARRAY(column.type());
        FunctionSource elements = Sql.tableFunction("unnest", Sql.cast(Sql.parameter(0, array), array))
                .as(NAME, new NamedType<>("id", column.type()));
        return query.join(elements, column.eq(elements.col("id", column.type().javaClass())));
    }

    /** Whether the keys are an array. */
    boolean isArray() {
        return form != KeyListForm.PARAMETERS;
    }

    /** How many keys the statement is for, those that pad it among them. */
    int size() {
        return keys.size();
    }

    /** The values of the parameters. */
    Object[] arguments() {
        List<Object> values = new ArrayList<>(keys.size());
        for (Object[] key : keys) {
            Collections.addAll(values, key);
        }
        return form == KeyListForm.PARAMETERS ? values.toArray() : new Object[] {values};
    }
}
