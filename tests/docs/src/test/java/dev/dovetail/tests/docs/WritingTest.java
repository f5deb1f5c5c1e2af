package dev.dovetail.tests.docs;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Functions.length;
import static dev.dovetail.sql.Functions.substring;
import static dev.dovetail.sql.Functions.year;
import static dev.dovetail.sql.Sql.caseOf;
import static dev.dovetail.sql.Sql.condition;
import static dev.dovetail.sql.Sql.defaultValue;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.excluded;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Connection;
import dev.dovetail.engine.UpsertOutcome;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.TextOperand;
import dev.dovetail.type.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of guide/writing.md. */
class WritingTest extends SampleDatabase {

    // tag::writing-tables[]
    static final Table PAGE = Table.of(
            "page",
            column("id", INTEGER).primaryKey().generated(),
            column("path", VARCHAR(100)).notNull().unique(),
            column("views", INTEGER).notNull().defaultSql("0"),
            column("born", DATE).clientDefault(LocalDate::now));
    static final Column<Integer> ID = PAGE.column("id", Integer.class);
    static final Column<String> PATH = PAGE.column("path", String.class);
    static final Column<Integer> VIEWS = PAGE.column("views", Integer.class);
    static final TableSource P = table(PAGE);
    static final ColumnRef<Integer> P_ID = P.col(ID);
    static final TextOperand P_PATH = P.text("path");
    static final NumericOperand<Integer> P_VIEWS = P.number("views", Integer.class);
    // end::writing-tables[]

    static final Table VISIT = Table.of("visit", column("path", VARCHAR(100)), column("times", INTEGER));

    private Connection connection;

    @BeforeEach
    void createTables() {
        MetaData.of(PAGE, VISIT).createAll(engine);
    }

    @Test
    void statements() {
        engine.transaction(connection -> {
            this.connection = connection;
            insert();
            upsert();
            change();
            expressions();
            raw();
            own();
        });
    }

    private void insert() {
        // tag::writing-insert[]
        connection.execute(insertInto(PAGE).columns(PATH, VIEWS).values("/", 12).values("/about", defaultValue()));
        Row2<Integer, LocalDate> made =
                connection.one(insertInto(PAGE).set(PATH, "/help").returning(P_ID, P.col("born", LocalDate.class)));
        TableSource visit = table(VISIT);
        connection.execute(insertInto(PAGE)
                .columns(PATH, VIEWS)
                .select(select(visit.col("path", String.class), visit.col("times", Integer.class))
                        .from(visit)));
        // end::writing-insert[]
        assertThat(made.value1()).isEqualTo(3);
        assertThat(made.value2()).isNotNull();
    }

    private void upsert() {
        // tag::writing-upsert[]
        List<UpsertOutcome> did = connection.upsert(insertInto(PAGE)
                .columns(PATH, VIEWS)
                .values("/", 1)
                .values("/new", 1)
                .onConflict(PATH)
                .doUpdate()
                .set(VIEWS, P_VIEWS.plus(excluded(VIEWS))));
        // end::writing-upsert[]
        assertThat(did).containsExactly(UpsertOutcome.UPDATED, UpsertOutcome.INSERTED);
    }

    private void change() {
        TableSource visit = table(VISIT);
        // tag::writing-update[]
        connection.execute(update(PAGE)
                .set(VIEWS, P_VIEWS.plus(visit.col("times", Integer.class)))
                .from(visit)
                .where(P_PATH.eq(visit.col("path", String.class))));
        List<String> gone = connection.list(deleteFrom(PAGE)
                .where(P_VIEWS.lt(10))
                .orderBy(P_VIEWS, P_ID.desc())
                .limit(1)
                .returning(P_PATH));
        // end::writing-update[]
        assertThat(gone).containsExactly("/help");
    }

    private void expressions() {
        // tag::writing-expressions[]
        var pages = select(
                        substring(P_PATH, 2, 20).upper().as("name"),
                        caseOf(length(P_PATH)).when(1, "root").otherwise("page"))
                .from(P)
                .where(
                        P_PATH.startsWith("/"), // a % in it would mean itself
                        P_VIEWS.in(List.of(0, 1, 13)), // one statement for lists of 3 and of 4
                        year(P.col("born", LocalDate.class)).isDistinctFrom(1999))
                .orderBy(P_VIEWS.modulo(2), P_ID);
        // end::writing-expressions[]
        assertThat(connection.list(pages))
                .containsExactly(new Row2<>("ABOUT", "page"), new Row2<>("", "root"), new Row2<>("NEW", "page"));
    }

    private void raw() {
        // tag::writing-raw[]
        List<Row2<Integer, String>> rows =
                connection.list(sql("SELECT id, path FROM page WHERE id IN (:ids) AND path <> ':no parameter'")
                        .bind("ids", List.of(1, 2, 99))
                        .columns(INTEGER, VARCHAR(100)));
        var counted = sql("SELECT count(*) AS pages, views FROM page GROUP BY views")
                .column("views", INTEGER)
                .column("pages", INTEGER)
                .as("counted"); // a source like any other
        List<Integer> many = connection.list(select(counted.col("views", Integer.class))
                .from(counted)
                .where(counted.col("pages", Integer.class).gt(1)));
        // end::writing-raw[]
        assertThat(rows).hasSize(2);
        assertThat(many).isEmpty();
    }

    // tag::writing-own[]
    record SameText(Expression<String> left, Expression<String> right) implements CustomExpression<Boolean> {
        @Override
        public Type<Boolean> type() {
            return BOOLEAN;
        }

        @Override
        public void write(SqlOutput output) {
            output.variant(
                    standard -> standard.sql("lower(")
                            .operand(left)
                            .sql(") = lower(")
                            .operand(right)
                            .sql(")"),
                    Map.of("PostgreSQL", own -> own.operand(left).sql(" ILIKE ").operand(right)));
        }
    }
    // end::writing-own[]

    private void own() {
        // tag::writing-own-use[]
        var about = select(P_ID).from(P).where(condition(new SameText(P.col(PATH), value("/ABOUT"))));
        // end::writing-own-use[]
        assertThat(connection.list(about)).containsExactly(2);
    }
}
