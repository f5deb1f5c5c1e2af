package dev.dovetail.tests.orm.edges;

import static dev.dovetail.orm.query.Queries.deleteFrom;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.edges.Seams_Item_.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.query.Synchronization;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.edges.Seams.Extent;
import dev.dovetail.tests.orm.edges.Seams.Item;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Rows are written through fields, expressions, criteria, bulk inserts and upserts; a plain map says what must come of it. */
class WritesOfAllKindsProperties {

    record Step(Operation operation, int id, int value) {}

    enum Operation {
        ADD,
        BULK_INSERT,
        UPSERT,
        DELETE,
        REPLACE,
        SET_NAME,
        SET_BODY,
        SET_EXTENT,
        COUNT_VIEWS,
        ASSIGN_NAME,
        ASSIGN_BODY,
        ASSIGN_WIDTH,
        UPDATE_NAME,
        UPDATE_VIEWS,
        UPDATE_BODY,
        DELETE_BY_CRITERIA,
        READ_BODY,
        GET,
        MERGE,
        FLUSH,
        COMMIT,
        ROLLBACK,
        SAVEPOINT,
        RELEASE,
        ROLLBACK_TO,
        EXPIRE,
        REFRESH,
        EXPUNGE_ALL
    }

    /** What a row must have. */
    record Row(
            String origin,
            @Nullable String name,
            @Nullable String body,
            int views,
            @Nullable Integer height,
            @Nullable Integer width) {

        Row name(@Nullable String other) {
            return new Row(origin, other, body, views, height, width);
        }

        Row body(@Nullable String other) {
            return new Row(origin, name, other, views, height, width);
        }

        Row views(int other) {
            return new Row(origin, name, body, other, height, width);
        }

        Row extent(@Nullable Integer newHeight, @Nullable Integer newWidth) {
            return new Row(origin, name, body, views, newHeight, newWidth);
        }
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(Operation.class),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void allWaysToWriteAgree(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        run(steps, SessionOptions.DEFAULT);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void allWaysToWriteAgreeWithASavepointAroundEachFlush(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        run(steps, SessionOptions.DEFAULT.withFlushUnderSavepoint(true));
    }

    private static void run(List<Step> steps, SessionOptions options) {
        try (TestDatabase database = TestDatabase.with(options, Item.class);
                Run run = new Run(database)) {
            steps.forEach(run::step);
            run.step(new Step(Operation.COMMIT, 1, 0));
        }
    }

    private static final class Run implements AutoCloseable {

        private final TestDatabase database;
        private final Session session;
        private final Deque<NestedTransaction> points = new ArrayDeque<>();
        private final Deque<Map<Integer, Row>> before = new ArrayDeque<>();
        private Map<Integer, Row> rows = new TreeMap<>();
        private Map<Integer, Row> committed = new TreeMap<>();

        Run(TestDatabase database) {
            this.database = database;
            this.session = database.open();
        }

        @Override
        public void close() {
            session.close();
        }

        private Item known(int id) {
            session.flush();
            return Objects.requireNonNull(session.get(Item.class, id));
        }

        private static Item made(int id, int value) {
            Item item = new Item(id, "o" + value, "n" + value);
            if (value % 2 == 0) {
                item.body.set("b" + value);
            }
            return item;
        }

        private static Row row(int value) {
            return new Row("o" + value, "n" + value, value % 2 == 0 ? "b" + value : null, 0, null, null);
        }

        void step(Step step) {
            int id = step.id();
            int value = step.value();
            @Nullable Row row = rows.get(id);
            switch (step.operation()) {
                case ADD -> {
                    if (row == null) {
                        session.add(made(id, value));
                        rows.put(id, row(value));
                    }
                }
                case BULK_INSERT -> {
                    if (row == null) {
                        session.bulkInsert(List.of(made(id, value)));
                        rows.put(id, row(value));
                    }
                }
                case UPSERT -> {
                    Item given = new Item(id, "o" + value, "u" + value);
                    given.views = value;
                    Item found = session.upsert(given);
                    assertThat(found.name).isEqualTo("u" + value);
                    rows.put(
                            id,
                            row == null
                                    ? new Row("o" + value, "u" + value, null, value, null, null)
                                    : row.name("u" + value).views(value));
                }
                case FLUSH -> session.flush();
                case COMMIT -> {
                    session.commit();
                    points.clear();
                    before.clear();
                    committed = new TreeMap<>(rows);
                }
                case ROLLBACK -> {
                    session.rollback();
                    points.clear();
                    before.clear();
                    rows = new TreeMap<>(committed);
                }
                case SAVEPOINT -> {
                    points.push(session.beginNested());
                    before.push(new TreeMap<>(rows));
                }
                case RELEASE -> {
                    if (!points.isEmpty()) {
                        points.pop().commit();
                        before.pop();
                    }
                }
                case ROLLBACK_TO -> {
                    if (!points.isEmpty()) {
                        points.pop().rollback();
                        rows = before.pop();
                    }
                }
                case EXPUNGE_ALL -> {
                    session.flush();
                    session.expungeAll();
                }
                case DELETE_BY_CRITERIA -> {
                    session.execute(deleteFrom(ITEM).where(ITEM.id.eq(id)).synchronize(how(value)));
                    rows.remove(id);
                }
                case UPDATE_NAME -> {
                    session.execute(update(ITEM)
                            .set(ITEM.name, "c" + value)
                            .where(ITEM.id.le(id))
                            .synchronize(how(value)));
                    rows.replaceAll((key, old) -> key <= id ? old.name("c" + value) : old);
                }
                case UPDATE_VIEWS -> {
                    session.execute(update(ITEM)
                            .set(ITEM.views, ITEM.views.plus(100))
                            .where(ITEM.views.ge(value))
                            .synchronize(how(value)));
                    rows.replaceAll((key, old) -> old.views() >= value ? old.views(old.views() + 100) : old);
                }
                case UPDATE_BODY -> {
                    session.execute(
                            update(ITEM).set(ITEM.body, Sql.upper(ITEM.name)).synchronize(how(value)));
                    rows.replaceAll((key, old) -> old.body(upper(old.name())));
                }
                default -> {
                    if (row != null) {
                        change(step, known(id), row);
                    }
                }
            }
            if (step.operation().compareTo(Operation.FLUSH) >= 0 || value > 7) {
                check();
            }
        }

        private static Synchronization how(int value) {
            return value % 3 == 0 ? Synchronization.FETCH : Synchronization.AUTO;
        }

        private static @Nullable String upper(@Nullable String text) {
            return text == null ? null : text.toUpperCase(java.util.Locale.ROOT);
        }

        private void change(Step step, Item item, Row row) {
            int id = step.id();
            int value = step.value();
            switch (step.operation()) {
                case DELETE -> {
                    session.delete(item);
                    rows.remove(id);
                }
                case REPLACE -> {
                    session.delete(item);
                    session.add(made(id, value));
                    rows.put(id, row(value));
                }
                case SET_NAME -> {
                    item.name = "s" + value;
                    rows.put(id, row.name("s" + value));
                }
                case SET_BODY -> {
                    item.body.set("t" + value);
                    rows.put(id, row.body("t" + value));
                }
                case SET_EXTENT -> {
                    item.extent = value == 0 ? null : new Extent(value, value + 1);
                    rows.put(id, value == 0 ? row.extent(null, null) : row.extent(value, value + 1));
                }
                case COUNT_VIEWS -> {
                    session.assign(item, ITEM.views, ITEM.views.plus(1));
                    rows.put(id, row.views(row.views() + 1));
                }
                case ASSIGN_NAME -> {
                    session.assign(item, ITEM.name, Sql.upper(ITEM.name));
                    rows.put(id, row.name(upper(row.name())));
                }
                case ASSIGN_BODY -> {
                    session.assign(item, ITEM.body, Sql.upper(ITEM.name));
                    rows.put(id, row.body(upper(row.name())));
                }
                case ASSIGN_WIDTH -> {
                    session.assign(item, ITEM.extent.width, ITEM.views.plus(value));
                    rows.put(id, row.extent(row.height(), row.views() + value));
                }
                case READ_BODY -> assertThat(item.body.get()).isEqualTo(row.body());
                case MERGE -> {
                    Item given = new Item(id, row.origin(), "m" + value);
                    assertThat(session.merge(given)).isSameAs(item);
                    rows.put(id, row.name("m" + value).views(0)); // a number that is not set is zero
                }
                case EXPIRE -> session.expire(item);
                case REFRESH -> session.refresh(item);
                default -> {
                    // a read of the object alone
                }
            }
        }

        private void check() {
            session.flush();
            List<Item> found = session.list(select(ITEM).orderBy(ITEM.id));
            Map<Integer, Row> memory = new TreeMap<>();
            for (Item item : found) {
                Extent extent = item.extent;
                memory.put(
                        Objects.requireNonNull(item.id),
                        new Row(
                                Objects.requireNonNull(item.origin),
                                item.name,
                                item.body.get(),
                                item.views,
                                extent == null ? null : extent.height(),
                                extent == null ? null : extent.width()));
            }
            assertThat(memory).as("memory").isEqualTo(rows);
            Map<Integer, Row> stored = new TreeMap<>();
            session.list(Sql.select(
                                    ITEM.id,
                                    ITEM.origin,
                                    ITEM.name,
                                    ITEM.body,
                                    ITEM.views,
                                    ITEM.extent.height,
                                    ITEM.extent.width)
                            .from(ITEM))
                    .forEach(it -> stored.put(
                            it.value1(),
                            new Row(it.value2(), it.value3(), it.value4(), it.value5(), it.value6(), it.value7())));
            assertThat(stored).as("database").isEqualTo(rows);
            assertThat(session.explainFlush()).isEmpty();
        }
    }
}
