package dev.dovetail.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a cursor. */
final class Rows {

    private Rows() {}

    static List<List<@Nullable Object>> of(Cursor cursor) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (cursor.next()) {
            rows.add(Collections.unmodifiableList(Arrays.asList(current(cursor))));
        }
        return rows;
    }

    static @Nullable Object[] current(Cursor cursor) {
        try {
            @Nullable Object[] values = new @Nullable Object[cursor.columns()];
            for (int column = 1; column <= values.length; column++) {
                values[column - 1] = cursor.value(column);
            }
            return values;
        } catch (SQLException e) {
            throw cursor.explain(e);
        }
    }
}
