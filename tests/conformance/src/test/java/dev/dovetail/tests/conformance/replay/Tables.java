package dev.dovetail.tests.conformance.replay;

import dev.dovetail.tests.conformance.corpus.FixtureRow;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a schema's tables as a sequence of statements leaves them, with transactions, generated keys, and the rules of
 * the foreign keys. It refuses nothing: a statement that broke a constraint is known from the recorded error.
 */
public final class Tables {

    private final Schema schema;
    private final boolean sequences;
    private final Map<String, Long> lastKeys = new LinkedHashMap<>();
    private final Deque<Map<String, List<Map<String, @Nullable Object>>>> saved = new ArrayDeque<>();
    private Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

    /**
     * The tables with the rows of a fixture.
     *
     * @param sequences whether generated keys come from sequences, which no rollback sets back; else a key is one more than
     *     the highest
     */
    public Tables(Schema schema, List<FixtureRow> fixture, boolean sequences) {
        this.schema = schema;
        this.sequences = sequences;
        schema.tables().forEach(table -> rows.put(table.name(), new ArrayList<>()));
        fixture.forEach(row -> insert(schema.table(row.table()), row.values()));
        for (Table table : schema.tables()) {
            table.columns().stream()
                    .filter(Column::autoincrement)
                    .forEach(key -> lastKeys.put(table.name(), highest(table.name(), key.name())));
        }
    }

    /** {@return the rows of a table} */
    public List<Map<String, @Nullable Object>> of(String table) {
        return Collections.unmodifiableList(Objects.requireNonNull(rows.get(table), table));
    }

    /** {@return a copy of all rows, by table} */
    Map<String, List<Map<String, @Nullable Object>>> rows() {
        return copy();
    }

    /** {@return all rows as lists in column order, sorted by value} */
    public Map<String, List<List<@Nullable Object>>> contents() {
        Map<String, List<List<@Nullable Object>>> contents = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            List<List<@Nullable Object>> lists = new ArrayList<>();
            for (Map<String, @Nullable Object> row : of(table.name())) {
                lists.add(new ArrayList<>(row.values()));
            }
            lists.sort(Tables::compare);
            contents.put(table.name(), lists);
        }
        return contents;
    }

    private static int compare(List<@Nullable Object> a, List<@Nullable Object> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = Comparator.nullsFirst(Tables::compareValues).compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareValues(Object a, Object b) {
        return a instanceof Long left && b instanceof Long right
                ? left.compareTo(right)
                : a.toString().compareTo(b.toString());
    }

    void command(Command command) {
        switch (command) {
            case BEGIN, SAVEPOINT -> saved.push(copy());
            case COMMIT -> saved.clear();
            case RELEASE -> saved.poll();
            case ROLLBACK_TO -> {
                if (!saved.isEmpty()) {
                    rows = saved.pop();
                }
            }
            case ROLLBACK -> {
                while (!saved.isEmpty()) {
                    rows = saved.pop();
                }
            }
        }
    }

    /**
     * Carries a statement out.
     *
     * @param failed whether the database refused it; then it changes nothing but sequences
     * @param own whether it is the scenario's
     * @return the rows that it wrote
     */
    List<Written> write(WriteStatement statement, boolean own, boolean failed) {
        Table table = schema.table(statement.table());
        List<Written> written = new ArrayList<>();
        Map<String, List<Map<String, @Nullable Object>>> before = copy();
        switch (statement.verb()) {
            case INSERT -> {
                for (Map<String, Expression> columns : statement.set()) {
                    Map<String, @Nullable Object> set = values(columns, Map.of());
                    Map<String, @Nullable Object> row = insert(table, set);
                    written.add(new Written(
                            new RowWrite(Verb.INSERT, table.name(), set, Map.of()),
                            null,
                            row,
                            conflicting(table, row),
                            own,
                            failed));
                }
            }
            case UPDATE -> {
                for (Map<String, @Nullable Object> row : found(statement)) {
                    Map<String, @Nullable Object> old = new LinkedHashMap<>(row);
                    Map<String, @Nullable Object> set = values(statement.set().get(0), row);
                    row.putAll(set);
                    keysChanged(table, old, row);
                    written.add(new Written(
                            new RowWrite(Verb.UPDATE, table.name(), set, where(statement, table, old)),
                            old,
                            new LinkedHashMap<>(row),
                            conflicting(table, row),
                            own,
                            failed));
                }
            }
            case DELETE -> {
                for (Map<String, @Nullable Object> row : found(statement)) {
                    delete(table, row);
                    written.add(new Written(
                            new RowWrite(Verb.DELETE, table.name(), Map.of(), where(statement, table, row)),
                            row,
                            null,
                            false,
                            own,
                            failed));
                }
            }
        }
        if (written.isEmpty()) {
            unmatched(statement, table, own, failed).ifPresent(written::add);
        }
        if (failed) {
            rows = before;
        }
        return written;
    }

    /** A statement for one row that is not there was sent nevertheless. One for a set counts as the rows it found. */
    private static Optional<Written> unmatched(WriteStatement statement, Table table, boolean own, boolean failed) {
        Map<String, @Nullable Object> equations = statement.equations();
        if (equations == null || !equations.keySet().containsAll(table.primaryKey())) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> set =
                statement.set().isEmpty() ? Map.of() : values(statement.set().get(0), equations);
        return Optional.of(new Written(
                new RowWrite(statement.verb(), table.name(), set, equations), null, null, false, own, failed));
    }

    /** What the statement says, where it names the row by its key; else the row's key. */
    private static Map<String, @Nullable Object> where(
            WriteStatement statement, Table table, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> equations = statement.equations();
        if (equations != null && equations.keySet().containsAll(table.primaryKey())) {
            return equations;
        }
        return restricted(row, table.primaryKey());
    }

    private List<Map<String, @Nullable Object>> found(WriteStatement statement) {
        Expression where = statement.where();
        return of(statement.table()).stream()
                .filter(row -> where == null || where.holds(row))
                .sorted(Comparator.comparing(
                        row -> new ArrayList<>(
                                restricted(row, schema.table(statement.table()).primaryKey())
                                        .values()),
                        Tables::compare))
                .toList();
    }

    private Map<String, @Nullable Object> insert(Table table, Map<String, @Nullable Object> set) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            Object value = set.get(column.name());
            row.put(column.name(), value == null && column.autoincrement() ? nextKey(table, column) : value);
        }
        Objects.requireNonNull(rows.get(table.name())).add(row);
        return new LinkedHashMap<>(row);
    }

    private boolean conflicting(Table table, Map<String, @Nullable Object> row) {
        return table.allUniques().stream()
                .map(unique -> restricted(row, unique))
                .anyMatch(values -> !values.containsValue(null)
                        && of(table.name()).stream()
                                        .filter(other -> other.entrySet().containsAll(values.entrySet()))
                                        .count()
                                > 1);
    }

    private Long nextKey(Table table, Column column) {
        return sequences
                ? lastKeys.merge(table.name(), 1L, Long::sum)
                : Long.valueOf(highest(table.name(), column.name()) + 1);
    }

    private Long highest(String table, String column) {
        return of(table).stream()
                .map(row -> (Long) row.get(column))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    private void delete(Table table, Map<String, @Nullable Object> row) {
        Objects.requireNonNull(rows.get(table.name())).removeIf(candidate -> candidate == row);
        for (Table child : schema.tables()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.referencedTable().equals(table.name()) && key.onDelete() != null) {
                    for (Map<String, @Nullable Object> referring : referring(child, key, row)) {
                        if (key.onDelete().equals("CASCADE")) {
                            delete(child, referring);
                        } else if (key.onDelete().equals("SET NULL")) {
                            key.columns().forEach(column -> referring.put(column, null));
                        }
                    }
                }
            }
        }
    }

    private void keysChanged(Table table, Map<String, @Nullable Object> old, Map<String, @Nullable Object> row) {
        for (Table child : schema.tables()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.referencedTable().equals(table.name()) && "CASCADE".equals(key.onUpdate())) {
                    List<String> referenced = key.referencedColumns();
                    for (Map<String, @Nullable Object> referring : referring(child, key, old)) {
                        Map<String, @Nullable Object> before = new LinkedHashMap<>(referring);
                        for (int i = 0; i < referenced.size(); i++) {
                            referring.put(key.columns().get(i), row.get(referenced.get(i)));
                        }
                        if (!before.equals(referring)) {
                            keysChanged(child, before, referring);
                        }
                    }
                }
            }
        }
    }

    private List<Map<String, @Nullable Object>> referring(
            Table child, ForeignKey key, Map<String, @Nullable Object> parent) {
        return of(child.name()).stream()
                .filter(row -> ForeignKeys.refers(key, row, parent))
                .toList();
    }

    private static Map<String, @Nullable Object> values(
            Map<String, Expression> expressions, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        expressions.forEach((column, expression) -> values.put(column, expression.over(row)));
        return values;
    }

    private static Map<String, @Nullable Object> restricted(Map<String, @Nullable Object> row, List<String> columns) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        columns.forEach(column -> part.put(column, row.get(column)));
        return part;
    }

    private Map<String, List<Map<String, @Nullable Object>>> copy() {
        Map<String, List<Map<String, @Nullable Object>>> copy = new LinkedHashMap<>();
        rows.forEach((table, content) -> {
            List<Map<String, @Nullable Object>> copied = new ArrayList<>();
            content.forEach(row -> copied.add(new LinkedHashMap<>(row)));
            copy.put(table, copied);
        });
        return copy;
    }
}
