package dev.dovetail.compile;

import static dev.dovetail.compile.Family.C;
import static dev.dovetail.compile.Family.CHILD;
import static dev.dovetail.compile.Family.CHILD_NAME;
import static dev.dovetail.compile.Family.ID;
import static dev.dovetail.compile.Family.NAME;
import static dev.dovetail.compile.Family.P;
import static dev.dovetail.compile.Family.PARENT_ID;
import static dev.dovetail.compile.Family.STEPS;
import static dev.dovetail.sql.Sql.aggregate;
import static dev.dovetail.sql.Sql.all;
import static dev.dovetail.sql.Sql.always;
import static dev.dovetail.sql.Sql.any;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.countDistinct;
import static dev.dovetail.sql.Sql.cte;
import static dev.dovetail.sql.Sql.cube;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.grouping;
import static dev.dovetail.sql.Sql.lag;
import static dev.dovetail.sql.Sql.named;
import static dev.dovetail.sql.Sql.orderBy;
import static dev.dovetail.sql.Sql.partitionBy;
import static dev.dovetail.sql.Sql.recursive;
import static dev.dovetail.sql.Sql.recursiveDistinct;
import static dev.dovetail.sql.Sql.rollup;
import static dev.dovetail.sql.Sql.row;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.stringAgg;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.tableFunction;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.values;
import static dev.dovetail.sql.Sql.with;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dovetail.UsageException;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.Frame;
import dev.dovetail.sql.FrameBound;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The text of each construct on each database, or the words by which it is refused, in one file to be read. */
class QueriesSqlTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/queries.txt");

    private static final Select<Integer> CHILDREN = select(ID).from(C);
    private static final Select<Integer> PARENTS = select(PARENT_ID).from(C);

    private static Map<String, Statement> statements() {
        Map<String, Statement> all = new LinkedHashMap<>();
        all.put("union", CHILDREN.union(PARENTS).orderBy(ID.desc()).limit(3).offset(1));
        all.put(
                "set operations from the left",
                CHILDREN.union(PARENTS).union(CHILDREN).except(PARENTS));
        all.put("set operations from the right", CHILDREN.except(PARENTS.union(CHILDREN)));
        all.put("intersect all", CHILDREN.intersectAll(PARENTS));
        all.put("limit in a part", CHILDREN.orderBy(ID).limit(1).unionAll(PARENTS));
        all.put("union in IN", CHILDREN.where(ID.in(CHILDREN.union(PARENTS.limit(1)))));
        all.put("limit in IN", CHILDREN.where(ID.in(PARENTS.limit(1))));
        all.put(
                "nulls last in a union",
                CHILDREN.union(PARENTS).orderBy(ID.asc().nullsLast()));
        Cte some = cte("some", select(ID, NAME).from(C), "nr", "title").materialized();
        all.put("with", select(some.col("nr", Integer.class)).from(some).with(some));
        Cte counted = recursive(
                "counted",
                select(value(1).as("n")),
                found -> select(found.number("n", Integer.class).plus(1))
                        .from(found)
                        .where(found.col("n", Integer.class).lt(5)));
        all.put(
                "with recursive",
                select(counted.col("n", Integer.class)).from(counted).with(counted));
        Cte closed = recursiveDistinct(
                "closed",
                CHILDREN,
                found -> select(ID).from(C).join(found, PARENT_ID.eq(found.col("id", Integer.class))));
        all.put(
                "with recursive, equal rows once",
                select(closed.col("id", Integer.class)).from(closed).with(closed));
        Cte inner = cte("inner_one", CHILDREN);
        all.put(
                "with in a part",
                PARENTS.union(select(inner.col("id", Integer.class)).from(inner).with(inner)));
        all.put(
                "with before update",
                with(inner)
                        .write(update(CHILD)
                                .set(CHILD_NAME, "x")
                                .where(ID.in(
                                        select(inner.col("id", Integer.class)).from(inner)))));
        Cte gone = cte("gone", deleteFrom(CHILD).where(ID.eq(1)).returning(ID));
        all.put(
                "with that writes",
                select(gone.col("id", Integer.class)).from(gone).with(gone));
        all.put("join by foreign key", CHILDREN.join(P));
        all.put("right join", CHILDREN.rightJoin(P, PARENT_ID.eq(P.col("id", Integer.class))));
        all.put("full join", CHILDREN.fullJoin(P, PARENT_ID.eq(P.col("id", Integer.class))));
        var last = CHILDREN.where(PARENT_ID.eq(P.col("id", Integer.class)))
                .limit(1)
                .as("last")
                .lateral();
        all.put("lateral", select(last.col("id", Integer.class)).from(P).leftJoin(last, always()));
        var renamed = select(ID, count(NAME)).from(C).groupBy(ID).as("renamed", "a", "b");
        all.put(
                "subquery with column names",
                select(renamed.col("b", Long.class)).from(renamed));
        var rows = values(row(1, "a"), row(2, "b")).as("v", "nr", "title");
        all.put("values", select(rows.text("title")).from(rows));
        var series = tableFunction("generate_series", value(1), value(3)).as("g", named("n", INTEGER));
        all.put("function as a table", select(series.col("n", Integer.class)).from(series));
        var each = tableFunction("json_each", value("[1]")).asDeclared("j", named("key", INTEGER));
        all.put(
                "function with its own names",
                select(each.col("key", Integer.class)).from(each));
        all.put("rows compared", CHILDREN.where(row(ID, NAME).lt(row(1, "a"))));
        all.put("row in rows", CHILDREN.where(row(ID, NAME).in(row(1, "a"), row(2, "b"))));
        all.put(
                "row in a query",
                CHILDREN.where(row(ID, NAME).notIn(select(ID, NAME).from(C).limit(1))));
        all.put("any", CHILDREN.where(ID.gt(any(PARENTS))));
        all.put("all", CHILDREN.where(ID.ne(all(PARENTS.limit(2)))));
        Window window = partitionBy(PARENT_ID).orderBy(NAME.desc().nullsLast());
        all.put("window", select(count(ID).over(window)).from(C));
        all.put(
                "frame",
                select(sum(STEPS).over(orderBy(ID).rows(FrameBound.preceding(2), FrameBound.current())))
                        .from(C));
        all.put(
                "groups",
                select(sum(STEPS).over(orderBy(ID).groups(FrameBound.first(), FrameBound.current())))
                        .from(C));
        all.put(
                "exclude",
                select(sum(STEPS)
                                .over(orderBy(ID)
                                        .rows(FrameBound.first(), FrameBound.last())
                                        .exclude(Frame.Exclusion.TIES)))
                        .from(C));
        Window w = partitionBy(PARENT_ID).as("w");
        all.put("window with a name", select(count(ID).over(w)).from(C).window(w));
        all.put("lag with a default", select(lag(ID, 1, 0).over(orderBy(ID))).from(C));
        all.put("distinct over a window", select(countDistinct(ID).over()).from(C));
        all.put(
                "filter",
                select(countAll().filter(ID.gt(1)), sum(STEPS).filter(ID.gt(1).or(ID.isNull())))
                        .from(C));
        all.put("texts as one", select(stringAgg(NAME, ", ").orderBy(ID)).from(C));
        all.put(
                "different texts as one",
                select(stringAgg(NAME, ", ").distinct()).from(C));
        all.put(
                "array_agg in an order",
                select(aggregate("array_agg", INTEGER, ID).orderBy(NAME)).from(C));
        all.put(
                "within group",
                select(aggregate("mode", INTEGER).withinGroup(ID)).from(C));
        all.put("rollup", select(PARENT_ID, count(ID)).from(C).groupBy(rollup(PARENT_ID, NAME)));
        all.put(
                "ordered rollup",
                select(PARENT_ID).from(C).groupBy(rollup(PARENT_ID)).orderBy(PARENT_ID));
        all.put("cube", select(count(ID)).from(C).groupBy(ID).groupBy(cube(PARENT_ID, NAME)));
        all.put("grouping", select(grouping(PARENT_ID)).from(C).groupBy(rollup(PARENT_ID)));
        all.put(
                "group by a parameter",
                select(STEPS.plus(1).as("more"), countAll())
                        .from(C)
                        .groupBy(STEPS.plus(1))
                        .orderBy(STEPS.plus(1)));
        all.put(
                "nulls first",
                CHILDREN.orderBy(NAME.asc().nullsFirst(), ID.desc().nullsLast()));
        all.put(
                "order and group by a value",
                select(count(ID)).from(C).groupBy(value(7)).orderBy(value(1)));
        all.put("distinct on", CHILDREN.distinctOn(PARENT_ID).orderBy(PARENT_ID));
        all.put("offset alone", CHILDREN.offset(2));
        all.put("with ties", CHILDREN.orderBy(NAME).limitWithTies(3).offset(1));
        all.put("percent", CHILDREN.limitPercent(12.5));
        all.put("for update", CHILDREN.lock(RowLock.forUpdate().noWait()));
        all.put("for update of", CHILDREN.join(P).lock(RowLock.forUpdate().of(C).skipLocked()));
        all.put("for share", CHILDREN.lock(RowLock.forShare()));
        all.put("for key share", CHILDREN.lock(RowLock.forKeyShare()));
        all.put("for update of merged rows", CHILDREN.distinct().forUpdate());
        all.put(
                "additions",
                CHILDREN.hint("MySQL", "MAX_EXECUTION_TIME(5)")
                        .prefixWith("MariaDB", "SQL_NO_CACHE")
                        .suffixWith("/* seen */"));
        return all;
    }

    @Test
    void textOnEachDatabase() throws IOException {
        StringBuilder text = new StringBuilder();
        List<Dialect> dialects = ServiceLoader.load(Dialect.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Dialect::name))
                .toList();
        statements().forEach((name, statement) -> {
            text.append("# ").append(name).append('\n');
            for (Dialect dialect : dialects) {
                text.append(dialect.name())
                        .append(": ")
                        .append(sql(dialect, statement))
                        .append('\n');
            }
            text.append('\n');
        });
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
            return;
        }
        if (!Files.exists(GOLDEN)) {
            fail(GOLDEN + " is missing; -Dgolden.write=true writes it");
        }
        assertThat(text.toString()).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    /** What is built twice in the same way shares a key; no two of all these do. */
    @Test
    void keysTellStatementsApart() {
        Map<CacheKey, String> names = new LinkedHashMap<>();
        statements()
                .forEach((name, statement) -> assertThat(
                                names.put(Structure.of(statement).key(), name))
                        .as(name)
                        .isNull());
        statements()
                .forEach((name, statement) ->
                        assertThat(names).containsEntry(Structure.of(statement).key(), name));
    }

    private static String sql(Dialect dialect, Statement statement) {
        try {
            return new Renderer(dialect).compile(statement).sql();
        } catch (UsageException e) {
            assertThat(e.code()).isEqualTo("DVT-SQL-UNSUPPORTED");
            return "— " + e.getMessage();
        }
    }
}
