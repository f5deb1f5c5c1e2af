package dev.dovetail.tests.databases.preview;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.type.Types.INTEGER;

import dev.dovetail.compile.Capability;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ReferentialOrder;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.ColumnDefinition;
import dev.dovetail.schema.ForeignKeyDefinition;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableElement;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tables with foreign keys of all kinds between them, and rows: composite keys, keys to unique columns, to the table itself, in circles
 * and by several ways, all rules, nullable or not, deferred or not.
 */
final class RandomSchema {

    private static final int ROWS = 6;

    private final Random random;
    private final Dialect dialect;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    final MetaData metaData;

    private enum Kind {
        SINGLE,
        COMPOSITE
    }

    /** A foreign key: the columns of the table, those of the other. */
    record Key(
            int table,
            List<String> columns,
            int parent,
            List<String> referenced,
            ReferentialAction rule,
            boolean nullable) {

        String path() {
            return "t" + table + "(" + String.join(", ", columns) + ") \u2192 t" + parent + "("
                    + String.join(", ", referenced) + ")";
        }
    }

    RandomSchema(long seed, Dialect dialect) {
        this.random = new Random(seed);
        this.dialect = dialect;
        int tables = 2 + random.nextInt(4);
        for (int table = 0; table < tables; table++) {
            kinds.add(random.nextInt(3) == 0 ? Kind.COMPOSITE : Kind.SINGLE);
        }
        List<Table> made = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
            made.add(table(table));
        }
        metaData = MetaData.of(made);
    }

    List<Key> keys() {
        return keys;
    }

    int tables() {
        return kinds.size();
    }

    private Table table(int table) {
        List<TableElement> elements = new ArrayList<>();
        elements.add(column("id", INTEGER).notNull());
        elements.add(column("part", INTEGER).notNull());
        elements.add(column("code", INTEGER));
        elements.add(kinds.get(table) == Kind.SINGLE ? primaryKey("id") : primaryKey("id", "part"));
        elements.add(unique("code"));
        int count = table == 0 ? random.nextInt(2) : 1 + random.nextInt(3);
        for (int number = 0; number < count; number++) {
            elements.addAll(key(table, number));
        }
        return Table.of("t" + table, elements.toArray(TableElement[]::new));
    }

    private List<TableElement> key(int table, int number) {
        boolean nullable = random.nextInt(3) > 0;
        int parent = random.nextInt(nullable ? kinds.size() : table + 1);
        if (random.nextInt(3) > 0 && table > 0) {
            parent = random.nextInt(table);
        }
        boolean toCode = random.nextInt(5) == 0;
        boolean composite = !toCode && kinds.get(parent) == Kind.COMPOSITE;
        ReferentialAction rule = rule(nullable);
        String name = "f" + number;
        List<String> columns = composite ? List.of(name + "a", name + "b") : List.of(name);
        List<String> referenced = toCode ? List.of("code") : composite ? List.of("id", "part") : List.of("id");
        // H2 takes a default that leads to a row which the same statement deletes, and leaves the key broken.
        boolean hasDefault =
                !nullable || random.nextBoolean() && dialect.referentialOrder() != ReferentialOrder.BY_STATEMENT;
        List<TableElement> elements = new ArrayList<>();
        Key before = shared(table, parent, referenced, nullable, rule);
        if (before != null) {
            columns = before.columns();
        }
        for (int i = 0; i < columns.size() && before == null; i++) {
            ColumnDefinition<Integer> column = column(columns.get(i), INTEGER);
            if (rule == ReferentialAction.SET_DEFAULT) {
                // H2 refuses a rule that nothing is declared for.
                column = hasDefault ? column.defaultValue(toCode ? 101 : 1) : column.defaultSql("NULL");
            }
            elements.add(nullable ? column : column.notNull());
        }
        ForeignKeyDefinition key = foreignKey(columns.toArray(String[]::new))
                .references("t" + parent, referenced.toArray(String[]::new))
                .onDelete(rule)
                .named("fk_" + (char) ('a' + random.nextInt(26)) + "_" + table + "_" + number);
        if (dialect.has(Capability.DEFERRABLE_FOREIGN_KEYS) && random.nextInt(6) == 0) {
            key = key.deferrable(random.nextBoolean());
        }
        elements.add(key);
        keys.add(new Key(table, columns, parent, referenced, rule, nullable));
        return elements;
    }

    /** Sometimes two keys have the same column; to the same values, so that the rows of both can be there. */
    private @Nullable Key shared(
            int table, int parent, List<String> referenced, boolean nullable, ReferentialAction rule) {
        return of(table).stream()
                .filter(other -> of(table).stream().noneMatch(same -> same.parent() == parent)
                        && other.referenced().equals(referenced)
                        && other.nullable() == nullable
                        && nullable
                        && rule != ReferentialAction.SET_DEFAULT
                        && other.rule() != ReferentialAction.SET_DEFAULT
                        && random.nextInt(3) == 0)
                .findFirst()
                .orElse(null);
    }

    private ReferentialAction rule(boolean nullable) {
        int chosen = random.nextInt(12);
        if (chosen < 5) {
            return ReferentialAction.CASCADE;
        } else if (chosen < 7) {
            return nullable || setsNotNull() ? ReferentialAction.SET_NULL : ReferentialAction.CASCADE;
        } else if (chosen == 7) {
            return dialect.has(Capability.SET_DEFAULT_ACTION)
                            && (nullable || dialect.referentialOrder() != ReferentialOrder.BY_STATEMENT)
                    ? ReferentialAction.SET_DEFAULT
                    : ReferentialAction.NO_ACTION;
        }
        return chosen < 10 ? ReferentialAction.RESTRICT : ReferentialAction.NO_ACTION;
    }

    /** InnoDB refuses to declare it. */
    private boolean setsNotNull() {
        return dialect.has(Capability.SET_DEFAULT_ACTION);
    }

    /** Inserts rows with keys that are NULL where they can be, then sets these. */
    void fill(Connection connection) {
        List<List<Integer>> ids = new ArrayList<>();
        for (int table = 0; table < tables(); table++) {
            int rows = 1 + random.nextInt(ROWS);
            ids.add(IntStream.rangeClosed(1, rows).boxed().toList());
        }
        for (int table = 0; table < tables(); table++) {
            for (int id : ids.get(table)) {
                List<String> columns = new ArrayList<>(List.of("id", "part", "code"));
                List<Object> values = new ArrayList<>(List.of(id, part(id), 100 + id));
                for (Key key : of(table)) {
                    if (!key.nullable()) {
                        int parents = key.parent() == table
                                ? id
                                : ids.get(key.parent()).size();
                        columns.addAll(key.columns());
                        values.addAll(reference(key, 1 + random.nextInt(parents)));
                    } else if (!columns.containsAll(key.columns())) {
                        columns.addAll(key.columns());
                        key.columns().forEach(column -> values.add("NULL"));
                    }
                }
                connection.execute(Sql.sql("INSERT INTO t" + table + " (" + String.join(", ", columns) + ") VALUES ("
                        + values.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")"));
            }
        }
        for (Key key : keys) {
            for (int id : ids.get(key.table())) {
                if (key.nullable() && random.nextInt(4) > 0) {
                    List<Object> values = reference(key, 1 + random.nextInt(parents(key, ids)));
                    String set = IntStream.range(0, values.size())
                            .mapToObj(i -> key.columns().get(i) + " = " + values.get(i))
                            .collect(Collectors.joining(", "));
                    connection.execute(Sql.sql("UPDATE t" + key.table() + " SET " + set + " WHERE id = " + id));
                }
            }
        }
    }

    /** How many ids all tables have that the columns refer to. */
    private int parents(Key key, List<List<Integer>> ids) {
        return of(key.table()).stream()
                .filter(other -> other.columns().equals(key.columns()))
                .mapToInt(other -> ids.get(other.parent()).size())
                .min()
                .orElseThrow();
    }

    List<Key> of(int table) {
        return keys.stream().filter(key -> key.table() == table).toList();
    }

    private static List<Object> reference(Key key, int id) {
        return key.referenced().equals(List.of("code"))
                ? List.of(100 + id)
                : key.referenced().size() == 1 ? List.of(id) : List.of(id, part(id));
    }

    private static int part(int id) {
        return 1 + (id - 1) % 2;
    }
}
