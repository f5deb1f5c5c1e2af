package dev.dovetail.orm.internal.check;

import dev.dovetail.orm.attribute.DeferredAccess;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.EntityKey;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Value;
import dev.dovetail.type.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys as they are compared, in memory and by the database. */
final class Keys {

    /** How many keys one statement asks for at most. */
    static final int LIMIT = 1000;

    private Keys() {}

    /** The values of some columns of a row; null if one is NULL, or is not known before the flush. */
    static @Nullable List<Object> known(PendingRow row, int[] columns) {
        List<Object> key = of(row, columns);
        return key == null || key.stream().anyMatch(Keys::unknown) ? null : key;
    }

    /** The values of some columns of a row; null if one is NULL. */
    static @Nullable List<Object> of(PendingRow row, int[] columns) {
        List<Object> key = new ArrayList<>(columns.length);
        for (int column : columns) {
            Object value = row.value(column);
            if (value == null) {
                return null;
            }
            key.add(
                    unknown(value)
                            ? value
                            : comparable(row.type().column(column).type(), value));
        }
        return key;
    }

    private static boolean unknown(Object value) {
        return value == PendingRow.UNKNOWN || value instanceof PendingRow.NewKey;
    }

    static <T> Object comparable(Type<T> type, Object value) {
        return EntityKey.comparable(type.atPrecision(type.javaClass().cast(value)));
    }

    /** That some columns of a table have one of several keys. */
    static Expression<Boolean> among(TableSource source, List<Column<?>> columns, Collection<List<Object>> keys) {
        if (columns.size() == 1) {
            ColumnRef<?> column = source.col(columns.get(0));
            return new InList(
                    column,
                    keys.stream()
                            .<Expression<?>>map(key -> value(columns.get(0), key.get(0)))
                            .toList(),
                    false);
        }
        RowValue row =
                new RowValue(columns.stream().<Expression<?>>map(source::col).toList());
        return row.in(keys.stream().map(key -> row(columns, key)).toList());
    }

    private static RowValue row(List<Column<?>> columns, List<Object> key) {
        List<Expression<?>> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(columns.get(i), key.get(i)));
        }
        return new RowValue(values);
    }

    static <T> Value<T> value(Column<T> column, @Nullable Object value) {
        Object plain = value instanceof ByteBuffer bytes ? bytes.array() : value;
        return new Value<>(column.type().cast(plain), column.type());
    }

    static List<Column<?>> columns(EntityDescriptor<?> type, int[] columns) {
        List<Column<?>> found = new ArrayList<>();
        for (int column : columns) {
            found.add(type.column(column));
        }
        return found;
    }

    /** The values that some columns have before the flush; null if one is NULL, or not loaded. */
    static @Nullable List<Object> before(PendingRow row, int[] columns) {
        Snapshot<?> before = row.before();
        List<Object> key = new ArrayList<>(columns.length);
        for (int column : columns) {
            Object value = before == null ? null : before.value(column);
            if (value == null || value == DeferredAccess.NOT_LOADED) {
                return null;
            }
            key.add(comparable(row.type().column(column).type(), value));
        }
        return key;
    }

    /** Some columns of a row that was read; null if one is NULL. */
    static @Nullable List<Object> read(Row row, int first, List<? extends Column<?>> columns) {
        List<Object> key = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(first + i);
            if (value == null) {
                return null;
            }
            key.add(comparable(columns.get(i).type(), value));
        }
        return key;
    }

    /** Where a class has a column; the primary key of a joined class's table stands for that of its hierarchy. */
    static int position(EntityDescriptor<?> type, Column<?> column) {
        for (TablePart part : type.tables()) {
            int inKey = part.key().indexOf(column);
            if (inKey >= 0) {
                return type.idColumns()[inKey];
            }
        }
        for (int position = 0; position < type.columns().size(); position++) {
            if (type.column(position) == column) {
                return position;
            }
        }
        return -1;
    }
}
