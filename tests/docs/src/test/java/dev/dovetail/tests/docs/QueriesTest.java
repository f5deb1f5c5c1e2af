package dev.dovetail.tests.docs;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.always;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.countOf;
import static dev.dovetail.sql.Sql.cte;
import static dev.dovetail.sql.Sql.exists;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.named;
import static dev.dovetail.sql.Sql.partitionBy;
import static dev.dovetail.sql.Sql.recursive;
import static dev.dovetail.sql.Sql.row;
import static dev.dovetail.sql.Sql.rowNumber;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.stringAgg;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.tableFunction;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.values;
import static dev.dovetail.sql.Sql.with;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.FrameBound;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.TextOperand;
import dev.dovetail.sql.Window;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of guide/queries.md. */
class QueriesTest extends SampleDatabase {
    // tag::tables[]
    private static final Table PART = Table.of(
            "part",
            column("id", INTEGER).primaryKey(),
            column("name", VARCHAR(40)).notNull(),
            column("price", INTEGER),
            column("whole_id", INTEGER).references("part", "id"));

    private static final TableSource P = table(PART);
    private static final ColumnRef<Integer> ID = P.col("id", Integer.class);
    private static final TextOperand NAME = P.text("name");
    private static final NumericOperand<Integer> PRICE = P.number("price", Integer.class);
    private static final ColumnRef<Integer> WHOLE_ID = P.col("whole_id", Integer.class);
    // end::tables[]

    private Connection connection;

    @BeforeEach
    void createTables() {
        MetaData.of(PART).createAll(engine);
        engine.transaction(connection -> connection.execute(insertInto(PART)
                .columns(PART.column("id"), PART.column("name"), PART.column("price"), PART.column("whole_id"))
                .values(1, "bicycle", 900, null)
                .values(2, "wheel", 80, 1)
                .values(3, "spoke", 1, 2)
                .values(4, "bell", null, 1)));
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void joins() {
        // tag::join[]
        TableSource whole = P.as("whole");
        List<Row2<String, String>> parts = connection.list(
                select(NAME, whole.text("name")).from(P).join(whole).orderBy(ID)); // ON part.whole_id = whole.id
        // end::join[]
        assertThat(parts)
                .containsExactly(
                        new Row2<>("wheel", "bicycle"), new Row2<>("spoke", "wheel"), new Row2<>("bell", "bicycle"));
    }

    @Test
    void setOperations() {
        // tag::set[]
        Query<Integer> leaves =
                select(ID).from(P).except(select(WHOLE_ID).from(P).where(WHOLE_ID.isNotNull()));
        List<String> names =
                connection.list(select(NAME).from(P).where(ID.in(leaves)).orderBy(NAME));
        // end::set[]
        assertThat(names).containsExactly("bell", "spoke");
    }

    @Test
    void recursion() {
        // tag::recursive[]
        Cte inside = recursive(
                "inside",
                select(ID, NAME).from(P).where(ID.eq(2)),
                found -> select(ID, NAME).from(P).join(found, WHOLE_ID.eq(found.col("id", Integer.class))));
        List<String> names =
                connection.list(with(inside).query(select(inside.text("name")).from(inside)));
        // end::recursive[]
        assertThat(names).containsExactlyInAnyOrder("wheel", "spoke");
    }

    @Test
    void sources() {
        // tag::sources[]
        var priced = select(WHOLE_ID, sum(PRICE)).from(P).groupBy(WHOLE_ID).as("priced", "whole_id", "total");
        var wanted = values(row(1, "first"), row(2, "second")).as("wanted", "id", "rank_name");
        var numbers = tableFunction("json_each", value("[2, 3]")).asDeclared("numbers", named("value", INTEGER));
        // end::sources[]
        assertThat(connection.list(select(wanted.text("rank_name"))
                        .from(priced)
                        .join(wanted, priced.col("whole_id", Integer.class).eq(wanted.col("id", Integer.class)))
                        .orderBy(wanted.col("id", Integer.class))))
                .containsExactly("first", "second");
        assertThat(connection.list(select(numbers.col("value", Integer.class)).from(numbers)))
                .containsExactly(2, 3);
    }

    @Test
    void subqueries() {
        // tag::subqueries[]
        TableSource other = P.as("other");
        Query<Integer> made = select(other.col("id", Integer.class))
                .from(other)
                .where(other.col("whole_id", Integer.class).eq(ID)); // of the query outside
        List<String> wholes =
                connection.list(select(NAME).from(P).where(exists(made)).orderBy(ID));

        List<Integer> after = connection.list(
                select(ID).from(P).where(row(NAME, ID).gt(row("spoke", 3))).orderBy(NAME, ID));
        // end::subqueries[]
        assertThat(wholes).containsExactly("bicycle", "wheel");
        assertThat(after).containsExactly(2);
    }

    @Test
    void windows() {
        // tag::windows[]
        Window siblings = partitionBy(WHOLE_ID).orderBy(PRICE.desc().nullsLast());
        var numbered = select(NAME, rowNumber().over(siblings).as("place"))
                .from(P)
                .where(WHOLE_ID.isNotNull())
                .as("numbered");
        List<String> dearest = connection.list(select(numbered.text("name"))
                .from(numbered)
                .where(numbered.col("place", Long.class).eq(1L))
                .orderBy(numbered.text("name")));

        var running = sum(PRICE).over(siblings.rows(FrameBound.first(), FrameBound.current()));
        // end::windows[]
        assertThat(dearest).containsExactly("spoke", "wheel");
        assertThat(connection.list(select(ID, running).from(P))).hasSize(4);
    }

    @Test
    void aggregates() {
        // tag::aggregates[]
        var cheap = countAll().filter(PRICE.lt(100));
        var names = stringAgg(NAME, ", ").orderBy(NAME);
        List<Row2<Long, String>> rows = connection.list(select(cheap, names).from(P));
        // end::aggregates[]
        assertThat(rows).containsExactly(new Row2<>(2L, "bell, bicycle, spoke, wheel"));
    }

    @Test
    void refused() {
        // tag::refused[]
        var dear = select(NAME).from(P).where(PRICE.gt(10)).as("dear").lateral();
        assertThatThrownBy(
                        () -> connection.list(select(dear.text("name")).from(P).leftJoin(dear, always())))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("SQLite has no LATERAL: ");
        // end::refused[]
    }

    @Test
    void ends() {
        // tag::limit[]
        Query<String> page = select(NAME)
                .from(P)
                .orderBy(PRICE.desc().nullsLast(), ID)
                .limit(2)
                .offset(1);
        long all = connection.one(countOf(select(NAME).from(P)));
        Query<Integer> locked =
                select(ID).from(P).limit(10).lock(RowLock.forUpdate().skipLocked());
        // end::limit[]
        assertThat(connection.list(page)).containsExactly("wheel", "spoke");
        assertThat(all).isEqualTo(4);
        assertThat(locked.columns()).hasSize(1);
        Cte some = cte("some", select(count(ID).as("n")).from(P));
        assertThat(connection.list(select(some.col("n", Long.class)).from(some).with(some)))
                .containsExactly(4L);
    }
}
