package dev.dovetail.tests.databases.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.IntegrityException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.preview.DeleteAction;
import dev.dovetail.preview.DeleteActor;
import dev.dovetail.preview.DeleteEffect;
import dev.dovetail.preview.DeletePreview;
import dev.dovetail.preview.DeleteTotal;
import dev.dovetail.preview.DeleteVerdict;
import dev.dovetail.preview.ForeignKeyGraph;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Sql;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A preview says that a delete is refused exactly when it is, and else tells the rows that it takes and changes: {@code -Dpreview.count}
 * random schemas, made from {@code -Dpreview.seed}, each with some deletes. {@code -Dpreview.only=17} runs the
 * seventeenth alone.
 */
class DeletePreviewProperties {

    private static final long SEED = Long.getLong("preview.seed", 1);
    private static final int COUNT = Integer.getInteger("preview.count", 25);
    private static final Integer ONLY = Integer.getInteger("preview.only");
    private static final int DELETES = 4;

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** The rows of a table by their primary keys. */
    private record Contents(Map<String, Map<List<Object>, Map<String, @Nullable Object>>> tables) {

        Map<List<Object>, Map<String, @Nullable Object>> of(int table) {
            return tables.get("t" + table);
        }
    }

    @EveryDatabase
    void whatIsSaidIsWhatIsDone(Database database) {
        for (int number = 0; number < COUNT; number++) {
            if (ONLY == null || ONLY == number) {
                run(database.engine(), number);
            }
        }
        System.out.println(database.name() + " preview.seed=" + SEED + " preview.count=" + COUNT + " " + outcomes);
        assertThat(failures).as("seed %s", SEED).isEmpty();
        assertThat(outcomes.keySet()).contains("ALLOWED, done", "REFUSED, refused");
    }

    private void run(Engine engine, int number) {
        Random random = new Random(SEED * 1_000_003 + number);
        RandomSchema schema = new RandomSchema(random.nextLong(), engine.dialect());
        schema.metaData.createAll(engine);
        try {
            engine.transaction(schema::fill);
            for (int delete = 0; delete < DELETES; delete++) {
                delete(engine, schema, random, number + "." + delete);
            }
        } finally {
            engine.withoutForeignKeyChecks(
                    schema.metaData,
                    connection -> schema.metaData.tables().forEach(table -> connection.execute(Sql.deleteFrom(table))));
            schema.metaData.dropAll(engine);
        }
    }

    private void delete(Engine engine, RandomSchema schema, Random random, String name) {
        Table table = schema.metaData.table("t" + random.nextInt(schema.tables()));
        var id = Sql.table(table).col("id", Integer.class);
        var condition = random.nextInt(4) == 0
                ? id.in(1 + random.nextInt(3), 1 + random.nextInt(6))
                : id.eq(1 + random.nextInt(3));
        // Half of the programs know nothing of the tables but the one.
        MetaData known = random.nextBoolean() ? schema.metaData : MetaData.of();
        Contents before;
        DeletePreview preview;
        try (Connection connection = engine.connect()) {
            before = contents(connection, schema);
            preview = ForeignKeyGraph.read(connection, known).previewDelete(connection, table, condition);
            assertThat(contents(connection, schema)).isEqualTo(before);
        }
        IntegrityException refusal = null;
        try {
            engine.transaction(connection -> {
                connection.execute(Sql.deleteFrom(table).where(condition));
            });
        } catch (IntegrityException e) {
            refusal = e;
        }
        boolean refused = refusal != null;
        outcomes.merge(preview.verdict() + (refused ? ", refused" : ", done"), 1, Integer::sum);
        List<String> wrong = new ArrayList<>();
        if (preview.verdict() == DeleteVerdict.DEPENDS) {
            assertThat(preview.notes()).isNotEmpty();
        } else if (refused != preview.refused()) {
            wrong.add(refused ? "is refused" : "is not refused");
        } else if (!refused) {
            try (Connection connection = engine.connect()) {
                compare(schema, before, contents(connection, schema), preview, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            failures.add(engine.dialect().name() + ", schema " + name + ": delete of " + table + " " + condition
                    + "\n" + wrong + "\n" + refusal + "\n" + preview + "\n" + before + "\n"
                    + schema.metaData.tables().stream()
                            .flatMap(each -> each.foreignKeys().stream())
                            .map(key -> key.name() + " " + key + " " + key.deferral() + " " + key.nullable() + "\n")
                            .toList());
        }
    }

    private static Contents contents(Connection connection, RandomSchema schema) {
        Map<String, Map<List<Object>, Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
        for (Table table : schema.metaData.tables()) {
            Map<List<Object>, Map<String, @Nullable Object>> rows = new HashMap<>();
            for (Row row : connection.list(Sql.selectFrom(Sql.table(table)))) {
                Map<String, @Nullable Object> values = new TreeMap<>();
                for (Column<?> column : table.columns()) {
                    values.put(column.name(), row.get(column.name()));
                }
                rows.put(List.of(row.get("id"), row.get("part")), values);
            }
            tables.put(table.name(), rows);
        }
        return new Contents(tables);
    }

    private static void compare(
            RandomSchema schema, Contents before, Contents after, DeletePreview preview, List<String> wrong) {
        for (int table = 0; table < schema.tables(); table++) {
            DeleteTotal total = preview.total("t" + table);
            int known = table;
            check(
                    wrong,
                    "deleted from t" + table,
                    before.of(table).size() - after.of(table).size(),
                    total.deleted());
            Set<String> nulled = new TreeSet<>();
            Set<String> defaulted = new TreeSet<>();
            for (RandomSchema.Key key : schema.of(table)) {
                after.of(table).forEach((row, values) -> {
                    if (!key(key.columns(), values)
                            .equals(key(key.columns(), before.of(known).get(row)))) {
                        if (key.rule() == ReferentialAction.SET_NULL) {
                            nulled.add(row.toString());
                        } else if (key.rule() == ReferentialAction.SET_DEFAULT) {
                            defaulted.add(row.toString());
                        }
                    }
                });
            }
            check(wrong, "set to NULL in t" + table, nulled.size(), total.setNull());
            check(wrong, "set to default in t" + table, defaulted.size(), total.setDefault());
            check(wrong, "refusing in t" + table, 0, total.refusing());
        }
        for (RandomSchema.Key key : schema.keys()) {
            checkPath(key, before, after, preview, wrong);
        }
    }

    /** A row counts for each foreign key that leads to rows that are gone, unless the statement took it. */
    private static void checkPath(
            RandomSchema.Key key, Contents before, Contents after, DeletePreview preview, List<String> wrong) {
        Set<List<Object>> gone = new HashSet<>();
        before.of(key.parent()).forEach((row, values) -> {
            if (!after.of(key.parent()).containsKey(row)) {
                gone.add(key(key.referenced(), values));
            }
        });
        long expected = before.of(key.table()).entrySet().stream()
                .filter(row -> gone.contains(key(key.columns(), row.getValue())))
                .filter(row -> key.rule() == ReferentialAction.CASCADE
                        || after.of(key.table()).containsKey(row.getKey()))
                .count();
        List<DeleteEffect> effects = new ArrayList<>();
        preview.effects().forEach(effect -> collect(effect, key.path(), effects));
        long told = effects.stream()
                .filter(effect -> effect.actor() == DeleteActor.DATABASE && effect.action() != DeleteAction.REFUSE)
                .mapToLong(DeleteEffect::rows)
                .sum();
        long asked = preview.effects().get(0).table().equals("t" + key.table())
                ? preview.effects().get(0).rows()
                : 0;
        if (told > expected || told < expected - asked) {
            wrong.add(key.path() + ": " + expected + " rows, told " + told);
        }
    }

    private static void collect(DeleteEffect effect, String path, List<DeleteEffect> found) {
        if (path.equals(effect.path())) {
            found.add(effect);
        }
        effect.effects().forEach(child -> collect(child, path, found));
    }

    private static List<Object> key(List<String> columns, Map<String, @Nullable Object> values) {
        List<Object> key = new ArrayList<>();
        columns.forEach(column -> key.add(String.valueOf(values.get(column))));
        return key;
    }

    private static void check(List<String> wrong, String what, long expected, long told) {
        if (expected != told) {
            wrong.add(what + ": " + expected + ", told " + told);
        }
    }
}
