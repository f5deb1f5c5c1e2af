package dev.dovetail.preview;

import dev.dovetail.preview.GraphTable.Key;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What ON DELETE SET DEFAULT writes, and whether it can. */
final class SetDefaults {

    private final DeleteSets sets;
    private final Map<Key, List<@Nullable Object>> values = new HashMap<>();
    private final Map<Key, Boolean> dangling = new HashMap<>();

    SetDefaults(DeleteSets sets) {
        this.sets = sets;
    }

    /** The defaults of a key's columns, as the driver gives them; null where there is none. */
    List<@Nullable Object> values(Key key) {
        return values.computeIfAbsent(key, ignored -> {
            List<Operand<?>> defaults = new ArrayList<>();
            for (int i = 0; i < key.columns().size(); i++) {
                defaults.add(value(key.columns().get(i), key.defaults().get(i)));
            }
            Row row = sets.connection().list(Sql.select(defaults)).get(0);
            List<@Nullable Object> found = new ArrayList<>();
            for (int i = 0; i < defaults.size(); i++) {
                found.add(row.get(i));
            }
            return found;
        });
    }

    private static <T> Expression<T> value(Column<T> column, ColumnValue value) {
        if (value instanceof ColumnValue.DefaultConstant constant) {
            return DeleteSets.value(column, constant.value());
        }
        return value instanceof ColumnValue.DefaultSql expression
                ? Sql.sql(expression.sql(), column.type())
                : new Value<>(null, column.type());
    }

    /** Whether the defaults refer to no row at all. */
    boolean dangling(Key key) {
        return dangling.computeIfAbsent(
                key, ignored -> !values(key).contains(null) && sets.count(key.parent(), target(key)) == 0);
    }

    private Where target(Key key) {
        List<Where> same = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            same.add(Where.of(new Comparison(
                    ComparisonOperator.EQ,
                    key.parent().ref(key.referenced().get(i)),
                    value(key.columns().get(i), key.defaults().get(i)))));
        }
        return Where.all(same);
    }

    /** Why the defaults cannot be written, null if they can. */
    @Nullable
    String problem(Key key) {
        List<@Nullable Object> written = values(key);
        for (int i = 0; i < written.size(); i++) {
            Column<?> column = key.columns().get(i);
            if (written.get(i) == null && !key.child().nullable(column)) {
                return "ON DELETE SET DEFAULT cannot write NULL, as " + column.name()
                        + " is NOT NULL and has no default: give it one, or declare ON DELETE CASCADE";
            }
        }
        if (written.contains(null)
                || sets.count(
                                key.parent(),
                                target(key).and(sets.gone(key.parent()).not()))
                        > 0) {
            return null;
        }
        return "the default of " + GraphTable.names(key.columns()) + " refers to no row of "
                + key.parent().name() + " that stays: insert that row, or declare another rule";
    }
}
