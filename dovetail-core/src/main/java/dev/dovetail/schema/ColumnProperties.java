package dev.dovetail.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a column is, apart from its place in a table. Changed only in {@link #with}, before anyone else sees it. */
final class ColumnProperties<J> {
    boolean nullable = true;
    boolean primaryKey;
    ColumnValue value = ColumnValue.Given.INSTANCE;
    boolean valueGivenTwice;

    @Nullable
    Supplier<? extends J> clientDefault;

    @Nullable
    Supplier<? extends J> clientOnUpdate;

    boolean fetchedOnInsert;
    boolean fetchedOnUpdate;

    @Nullable
    String collation;

    @Nullable
    String comment;

    Map<String, String> options = Map.of();
    List<TableElement> constraints = List.of();

    /** A changed copy. */
    ColumnProperties<J> with(Consumer<ColumnProperties<J>> change) {
        ColumnProperties<J> copy = new ColumnProperties<>();
        copy.nullable = nullable;
        copy.primaryKey = primaryKey;
        copy.value = value;
        copy.valueGivenTwice = valueGivenTwice;
        copy.clientDefault = clientDefault;
        copy.clientOnUpdate = clientOnUpdate;
        copy.fetchedOnInsert = fetchedOnInsert;
        copy.fetchedOnUpdate = fetchedOnUpdate;
        copy.collation = collation;
        copy.comment = comment;
        copy.options = options;
        copy.constraints = constraints;
        change.accept(copy);
        return copy;
    }

    void setValue(ColumnValue newValue) {
        valueGivenTwice = !(value instanceof ColumnValue.Given);
        value = newValue;
    }

    void addOption(String dialect, String sql) {
        Map<String, String> more = new HashMap<>(options);
        more.put(dialect, sql);
        options = Map.copyOf(more);
    }

    void addConstraint(TableElement constraint) {
        List<TableElement> more = new ArrayList<>(constraints);
        more.add(constraint);
        constraints = List.copyOf(more);
    }
}
