package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.selectFrom;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.UsageException;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of a query. */
class ResultReaderTest {

    private static final Table ITEM =
            Table.of("item", column("id", INTEGER).primaryKey(), column("name", VARCHAR(20)), column("size", INTEGER));
    private static final TableSource ITEMS = table(ITEM);
    private static final ColumnRef<Integer> ID = ITEMS.col("id", Integer.class);
    private static final ColumnRef<String> NAME = ITEMS.col("name", String.class);
    private static final ColumnRef<Integer> SIZE = ITEMS.col("size", Integer.class);
    private static final Select<Row2<String, Integer>> NAME_AND_SIZE =
            select(NAME, SIZE).from(ITEMS).orderBy(ID);

    record Named(String name) {}

    record Sized(String name, int size) {
        Sized(String name) {
            this(name, -1);
        }
    }

    record Boxed(String name, @Nullable Integer size) {}

    record Strict(String name, @Nullable Integer size) {
        Strict {
            Objects.requireNonNull(size, "size");
        }
    }

    private final Engine engine = Engine.create("jdbc:sqlite::memory:");
    private Connection connection;

    @BeforeEach
    void fill() {
        MetaData.of(ITEM).createAll(engine);
        connection = engine.connect();
        connection.execute(insertInto(ITEM)
                .columns(ID.column(), NAME.column(), SIZE.column())
                .values(1, "a", 10)
                .values(2, "b", 20)
                .values(3, "c", null));
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    @Test
    void rowsBecomeObjectsByTheirConstructor() {
        List<Sized> sized = connection.list(NAME_AND_SIZE.where(SIZE.isNotNull()), Sized::new);
        assertThat(sized).containsExactly(new Sized("a", 10), new Sized("b", 20));
        List<Boxed> boxed = connection.list(NAME_AND_SIZE, Boxed::new);
        assertThat(boxed).containsExactly(new Boxed("a", 10), new Boxed("b", 20), new Boxed("c", null));
        assertThat(connection.list(select(NAME).from(ITEMS).orderBy(NAME), Named::new))
                .containsExactly(new Named("a"), new Named("b"), new Named("c"));
        assertThat(connection.read(NAME_AND_SIZE, Boxed::new).first()).isEqualTo(new Boxed("a", 10));
        assertThat(connection.list(NAME_AND_SIZE, (name, size) -> name + size)).containsExactly("a10", "b20", "cnull");
        assertThat(connection.list(NAME_AND_SIZE, (Row2<String, Integer> row) -> row.value1()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void twentyTwoColumnsHaveTheirTypes() {
        var query = select(
                value(1),
                value("2"),
                value(3L),
                value(4),
                value(5),
                value(6),
                value(7),
                value(8),
                value(9),
                value(10),
                value(11),
                value(12),
                value(13),
                value(14),
                value(15),
                value(16),
                value(17),
                value(18),
                value(19),
                value(20),
                value("21"),
                value(22L));
        var row = connection.one(query);
        String second = row.value2();
        Long last = row.value22();
        assertThat(second + last).isEqualTo("222");
        assertThat(connection.list(
                        query, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v) -> b + u + (c + v)))
                .containsExactly("22125");
    }

    @Test
    void nullForAPrimitiveNamesTheColumn() {
        UsageException error =
                catchThrowableOfType(UsageException.class, () -> connection.list(NAME_AND_SIZE, Sized::new));
        assertThat(error.code()).isEqualTo("DVT-RESULT-NULL");
        assertThat(error)
                .hasMessageStartingWith("size is NULL in a row")
                .hasCauseInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> connection.list(NAME_AND_SIZE, Strict::new))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("size is NULL");
        // An error of the constructor's own is not taken for one of the row.
        assertThatThrownBy(() -> connection.list(NAME_AND_SIZE, (name, size) -> {
                    throw new NullPointerException("mine");
                }))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("mine");
    }

    @Test
    void oneAndItsKin() {
        Select<String> names = select(NAME).from(ITEMS).orderBy(ID);
        assertThat(connection.first(names)).isEqualTo("a");
        assertThat(connection.one(names.where(ID.eq(2)))).isEqualTo("b");
        assertThat(connection.oneOrNone(names.where(ID.eq(9)))).isNull();
        assertThat(connection.exists(names)).isTrue();
        assertThat(connection.count(names)).isEqualTo(3);
        assertThat(connection.exists(names.where(ID.eq(9)))).isFalse();
        UsageException many = catchThrowableOfType(UsageException.class, () -> connection.oneOrNone(names));
        assertThat(many.code()).isEqualTo("DVT-RESULT-MANY");
        UsageException manyOfThem = catchThrowableOfType(UsageException.class, () -> connection.one(names.limit(3)));
        assertThat(manyOfThem.code()).isEqualTo("DVT-RESULT-MANY");
    }

    @Test
    void argumentsAreGivenAtTheExecution() {
        ResultReader<String> byId = connection.read(select(NAME).from(ITEMS).where(ID.eq(parameter(0, INTEGER))));
        assertThat(byId.arguments(2).one()).isEqualTo("b");
        assertThat(byId.arguments(3).one()).isEqualTo("c");
        try (Stream<String> stream = byId.arguments(1).stream()) {
            assertThat(stream).containsExactly("a");
        }
        List<String> seen = new ArrayList<>();
        byId.arguments(1).forEach(seen::add);
        assertThat(seen).containsExactly("a");
    }

    @Test
    void aRowOfAnyColumnsGivesThemByColumnNameAndPosition() {
        Row row = connection.one(selectFrom(ITEMS).where(ID.eq(2)));
        assertThat(row.get(NAME)).isEqualTo("b");
        assertThat(row.get("SIZE")).isEqualTo(20);
        assertThat(row.get("size", Integer.class)).isEqualTo(20);
        assertThat(row.get(1, String.class)).isEqualTo("b");
        assertThatThrownBy(() -> row.get("size", String.class))
                .isInstanceOf(UsageException.class)
                .hasMessage("column 3 of the row is of java.lang.Integer, not java.lang.String");
        assertThatThrownBy(() -> row.get("weight"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("the row has 0 columns named weight");
        Row twice =
                connection.one(select(List.of(ID, SIZE.as("id"))).from(ITEMS).where(ID.eq(2)));
        assertThatThrownBy(() -> twice.get("id"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("the row has 2 columns named id");
    }
}
