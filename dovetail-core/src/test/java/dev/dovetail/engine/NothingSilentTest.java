package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DataException;
import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.NamedParameters;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.TableSource;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not fit, or is not clear, is refused and not changed silently. */
class NothingSilentTest {

    private static final Table ODD = Table.of(
            "odd",
            column("id", INTEGER).primaryKey(),
            column("i", INTEGER),
            column("l", BIGINT),
            column("d", DOUBLE),
            column("t", TIMESTAMP),
            column("b", BOOLEAN),
            column("s", TEXT));
    private static final TableSource SOURCE = table(ODD);

    private Engine engine;
    private Connection connection;

    @BeforeEach
    void open() {
        engine = Engine.builder().url("jdbc:sqlite::memory:").build();
        MetaData.of(ODD).createAll(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.rollback();
        connection.close();
        engine.close();
    }

    @Test
    void storedValuesOfAnotherKind() {
        connection.execute(sql("INSERT INTO odd VALUES (1, 1.5, 'abc', 'abc', '2019-02-30 10:00:00', 0.9, '')"));
        for (String name : List.of("i", "l", "d", "t", "b")) {
            Column<?> column = ODD.column(name);
            assertThatThrownBy(() -> connection.list(select(SOURCE.col(column)).from(SOURCE)))
                    .as(name)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("is stored where");
        }
    }

    @Test
    void halfOfASurrogatePair() {
        connection.execute(sql("INSERT INTO odd (id) VALUES (1)"));
        assertThatThrownBy(() -> connection.execute(update(ODD).set(ODD.column("s", String.class), "\uD800x")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("surrogate");
        connection.execute(update(ODD).set(ODD.column("s", String.class), "\uD83D\uDE00"));
        assertThat(connection.list(select(SOURCE.col("s", String.class)).from(SOURCE)))
                .containsExactly("\uD83D\uDE00");
    }

    @Test
    void aBigIntegerComparedWithANumber() {
        connection.execute(sql("INSERT INTO odd (id) VALUES (1), (2)"));
        assertThat(connection.list(select(count(SOURCE.col("id", Integer.class)))
                        .from(SOURCE)
                        .having(count(SOURCE.col("id", Integer.class)).gt(BigInteger.ONE))))
                .containsExactly(2L);
        assertThat(connection.list(select(SOURCE.col("id", Integer.class))
                        .from(SOURCE)
                        .where(SOURCE.number("id", Integer.class).eq(BigInteger.TWO))))
                .containsExactly(2);
    }

    @Test
    void anAmbiguousColumnOfASubquery() {
        Table other = Table.of("other", column("id", TEXT).primaryKey());
        var query = select(SOURCE.col("id", Integer.class), table(other).col("id", String.class))
                .from(SOURCE, table(other))
                .as("both");
        assertThatThrownBy(() -> query.col("id", String.class))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("2 columns named id");
    }

    @Test
    void aQuestionMarkInAHandWrittenExpression() {
        assertThatThrownBy(() -> sql("coalesce(?, 1) = 1", BOOLEAN))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the ? at position 10");
        assertThat(sql("'?' = \"a?\" -- ?", BOOLEAN)).isNotNull();
    }

    @Test
    void theBoundsOfASliceAreNoParameters() {
        assertThat(NamedParameters.parse("SELECT x[a:b], :c", Set.of()).texts()).containsExactly("SELECT x[a:b], ", "");
    }

    @Test
    void aLongSum() {
        NumericOperand<Integer> sum = SOURCE.number("id", Integer.class);
        for (int i = 0; i < 900; i++) {
            sum = sum.plus(1);
        }
        assertThat(connection.list(
                        select(SOURCE.col("id", Integer.class)).from(SOURCE).where(sum.gt(0))))
                .isEmpty();
    }

    @Test
    void nullInAList() {
        List<Integer> values = new ArrayList<>();
        values.add(null);
        assertThatThrownBy(() -> SOURCE.col("id", Integer.class).in(values))
                .isInstanceOf(UsageException.class)
                .hasToString("dev.dovetail.UsageException [DVT-SQL-CONDITION]: NULL is in no list; ask isNull() apart");
    }

    @Test
    void namesThatWouldHideEachOther() {
        assertThatThrownBy(() -> Table.of(
                        "x",
                        column("a", INTEGER),
                        column("b", INTEGER),
                        column("a_b", INTEGER),
                        index("a", "b"),
                        index("a_b").unique()))
                .hasMessageContaining("two indexes are named ix_x_a_b");
        Table one =
                Table.of("one", column("id", INTEGER).primaryKey(), index("id").named("ix"));
        Table two =
                Table.of("two", column("id", INTEGER).primaryKey(), index("id").named("IX"));
        assertThatThrownBy(() -> MetaData.of(one, two)).hasMessageContaining("index IX of two has the name of");
        Table upper = Table.of("User", column("id", INTEGER).primaryKey());
        Table lower = Table.of("user", column("id", INTEGER).primaryKey());
        assertThatThrownBy(() -> MetaData.of(upper, lower)).hasMessageContaining("table user differs");
    }

    @Test
    void theSchemaOfAnIndexAndOfATarget() {
        Table parent = Table.builder("parent")
                .schema("main")
                .add(column("id", INTEGER).primaryKey())
                .build();
        Table child = Table.builder("child")
                .schema("main")
                .add(column("id", INTEGER).primaryKey())
                .add(column("parent_id", INTEGER).references("parent", "id"))
                .add(index("parent_id"))
                .build();
        MetaData.of(parent, child).createAll(engine);
        assertThat(connection.list(sql("SELECT name FROM sqlite_schema WHERE name = 'ix_child_parent_id'")))
                .hasSize(1);
    }

    @Test
    void decimalsThatAreHeldAsTextAreNotTakenForNumbers() {
        Table money = Table.of(
                "money", column("id", INTEGER).primaryKey(), column("amount", dev.dovetail.type.Types.NUMERIC(20, 2)));
        TableSource source = table(money);
        MetaData.of(money).createAll(engine);
        NumericOperand<java.math.BigDecimal> amount = source.number("amount", java.math.BigDecimal.class);
        for (dev.dovetail.sql.Operand<?> refused : List.of(
                amount.gt(9), amount.plus(1), dev.dovetail.sql.Sql.max(amount), dev.dovetail.sql.Sql.sum(amount))) {
            assertThatThrownBy(
                            () -> connection.list(select(refused.expression()).from(source)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("which it holds as text");
        }
        assertThatThrownBy(() -> connection.list(
                        select(source.col("id", Integer.class)).from(source).orderBy(amount.desc())))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("which it holds as text");
        assertThat(connection.list(select(source.col("id", Integer.class))
                        .from(source)
                        .where(amount.eq(new java.math.BigDecimal("9.50")))))
                .isEmpty();
    }
}
