package dev.dovetail.tests.databases.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DataException;
import dev.dovetail.DatabaseException;
import dev.dovetail.IntegrityException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Statement;
import dev.dovetail.testkit.Statements;
import dev.dovetail.testkit.TestDatabase;
import dev.dovetail.tests.servers.Servers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random statements on all databases at once: {@code -Dfuzz.count} of them, made from {@code -Dfuzz.seed}. {@code
 * -Dfuzz.only=17} runs the seventeenth alone. Each runs in a transaction that is rolled back. A database may refuse a
 * value, as for a number that is too large, but neither the text nor a type; and all that answer give the same rows.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int COUNT = Integer.getInteger("fuzz.count", 400);
    private static final Integer ONLY = Integer.getInteger("fuzz.only");
    private static final int SHOWN = Integer.getInteger("fuzz.shown", 20);

    private static final Map<String, Statements> SENT = new LinkedHashMap<>();
    private static final Map<String, Engine> ENGINES = new LinkedHashMap<>();
    private static final List<TestDatabase.Place> PLACES = new ArrayList<>();

    private final Map<String, Integer> refusals = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    @BeforeAll
    static void fill() {
        for (TestDatabase database : TestDatabase.chosen()) {
            TestDatabase.Place place = database.create();
            PLACES.add(place);
            Engine engine = Engine.create(place.url());
            ENGINES.put(database.name(), engine);
            FuzzSchema.ALL.createAll(engine);
            engine.transaction(FuzzSchema::fill);
            SENT.put(database.name(), Statements.of(engine));
        }
    }

    @AfterAll
    static void drop() {
        ENGINES.values().forEach(Engine::close);
        PLACES.forEach(place -> place.drop().run());
    }

    @Test
    void whatIsRenderedIsUnderstoodAndMeansTheSame() {
        for (int number = 0; number < COUNT; number++) {
            if (ONLY == null || ONLY == number) {
                run(number, new StatementGenerator(SEED * 1_000_003 + number).statement());
            }
        }
        System.out.println("fuzz.seed=" + SEED + " fuzz.count=" + COUNT + ", refused:");
        refusals.forEach((message, times) -> System.out.println(times + " times: " + message));
        assertThat(failures.stream().limit(SHOWN))
                .as("%s failures, seed %s", failures.size(), SEED)
                .isEmpty();
    }

    private void run(int number, Statement statement) {
        Map<Object, List<String>> answers = new LinkedHashMap<>();
        ENGINES.forEach((name, engine) -> {
            SENT.get(name).clear();
            Object answer;
            try (Connection connection = engine.connect()) {
                answer = answer(connection, statement);
            } catch (DataException | IntegrityException refused) {
                return;
            } catch (UsageException refused) {
                if (refused.code().equals("DVT-SQL-UNSUPPORTED")) {
                    refusals.merge(refused.getMessage(), 1, Integer::sum);
                } else {
                    fail(number, name, statement, refused);
                }
                return;
            } catch (DatabaseException | ClassCastException | IllegalArgumentException e) {
                fail(number, name, statement, e);
                return;
            }
            if (!standsIn(name)) {
                answers.computeIfAbsent(answer, key -> new ArrayList<>()).add(name);
            }
        });
        if (answers.size() > 1) {
            StringBuilder text = new StringBuilder("statement " + number + " gives different answers");
            answers.forEach((answer, names) ->
                    text.append("\n  ").append(names).append(": ").append(answer));
            for (String name :
                    answers.values().stream().map(names -> names.get(0)).toList()) {
                text.append("\n  ").append(name).append(": ").append(sql(name, statement));
            }
            add(text.toString());
        }
    }

    // On MariaDB, what MySQL's dialect sends has to be understood, but the collation is another.
    private static boolean standsIn(String name) {
        return name.equals("mysql") && Servers.mysqlIsMariaDb();
    }

    private static Object answer(Connection connection, Statement statement) {
        if (statement instanceof ResultStatement<?> query) {
            List<String> rows = new ArrayList<>();
            for (Object row : connection.list(query)) {
                rows.add(row instanceof Row values ? comparable(values) : String.valueOf(row));
            }
            // Where NULL is sorted, and in which order equal rows come, is each database's own business.
            rows.sort(null);
            return rows;
        }
        int count = connection.execute(statement);
        List<Object> after = new ArrayList<>(List.of(count));
        for (var table : FuzzSchema.ALL.tables()) {
            Select<Row> all = Sql.selectFrom(Sql.table(table));
            after.add(answer(connection, all));
        }
        return after;
    }

    private static String comparable(Row row) {
        List<Object> values = new ArrayList<>();
        for (int index = 0; index < row.size(); index++) {
            values.add(comparable(row.get(index)));
        }
        return values.toString();
    }

    private static Object comparable(Object value) {
        return value instanceof BigDecimal number
                ? number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private void fail(int number, String name, Statement statement, RuntimeException error) {
        add("statement " + number + " on " + name + ": " + error + "\n  " + sql(name, statement));
    }

    private void add(String failure) {
        failures.add(failure);
    }

    private static String sql(String name, Statement statement) {
        List<StatementEvent> sent = SENT.get(name).events();
        return sent.isEmpty()
                ? statement.toString()
                : sent.get(0).sql() + "\n  " + sent.get(0).parameters();
    }
}
