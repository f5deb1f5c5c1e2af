package dev.dovetail.compile;

import static dev.dovetail.compile.Family.ALLOWANCE;
import static dev.dovetail.compile.Family.C;
import static dev.dovetail.compile.Family.CHILD;
import static dev.dovetail.compile.Family.CHILD_ID;
import static dev.dovetail.compile.Family.CHILD_NAME;
import static dev.dovetail.compile.Family.CHILD_PARENT_ID;
import static dev.dovetail.compile.Family.ID;
import static dev.dovetail.compile.Family.NAME;
import static dev.dovetail.compile.Family.P;
import static dev.dovetail.compile.Family.PARENT;
import static dev.dovetail.compile.Family.PARENT_ID;
import static dev.dovetail.compile.Family.parameters;
import static dev.dovetail.compile.Family.sql;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.selectFrom;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JoinKind;
import dev.dovetail.sql.JoinTarget;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.SubquerySource;
import dev.dovetail.sql.TableSource;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementSqlTest {
    @Test
    void columnsAreQualifiedInQueries() {
        assertThat(sql(select(ID, NAME, PARENT_ID).from(C).where(PARENT_ID.eq(1))))
                .isEqualTo("SELECT child.id, child.name, child.parent_id FROM child WHERE child.parent_id = ?");
    }

    @Test
    void allColumnsOfTable() {
        assertThat(sql(selectFrom(P))).isEqualTo("SELECT parent.id, parent.name FROM parent");
    }

    @Test
    void everyClauseInItsPlace() {
        Select<?> statement = select(P.col("name", String.class), count(ID))
                .from(P)
                .leftJoin(C, PARENT_ID.eq(P.col("id", Integer.class)))
                .where(P.text("name").like("P%"), PARENT_ID.gt(0))
                .groupBy(P.col("name", String.class))
                .having(count(ID).gt(1))
                .orderBy(P.col("name", String.class), count(ID).desc())
                .limit(10)
                .offset(20)
                .distinct()
                .forUpdate();
        assertThat(sql(statement))
                .isEqualTo("SELECT DISTINCT parent.name, count(child.id)"
                        + " FROM parent LEFT JOIN child ON child.parent_id = parent.id"
                        + " WHERE parent.name LIKE ? AND child.parent_id > ?"
                        + " GROUP BY parent.name HAVING count(child.id) > ?"
                        + " ORDER BY parent.name, count(child.id) DESC LIMIT ? OFFSET ? FOR UPDATE");
        assertThat(parameters(statement)).containsExactly("P%", 0, 1, 10L, 20L);
    }

    @Test
    void queryWithoutSource() {
        assertThat(sql(select(sql("1", INTEGER)))).isEqualTo("SELECT 1");
    }

    @Test
    void offsetWithoutLimit() {
        assertThat(sql(select(ID).from(C).offset(5))).isEqualTo("SELECT child.id FROM child LIMIT -1 OFFSET ?");
    }

    @Test
    void limitAsParameter() {
        Select<Integer> statement = select(ID).from(C).limit(parameter(0, BIGINT));
        assertThat(sql(statement)).isEqualTo("SELECT child.id FROM child LIMIT ?");
        assertThat(parameters(statement, 3L)).containsExactly(3L);
    }

    @Test
    void labelsAreDeclaredOnceAndOrderedBy() {
        var total = count(ID).as("total");
        assertThat(sql(select(PARENT_ID, total).from(C).groupBy(PARENT_ID).orderBy(total.desc())))
                .isEqualTo("SELECT child.parent_id, count(child.id) AS total FROM child"
                        + " GROUP BY child.parent_id ORDER BY total DESC");
        assertThat(sql(select(ID).from(C).where(ID.as("key").eq(1))))
                .isEqualTo("SELECT child.id FROM child WHERE child.id = ?");
    }

    @Test
    void aliasedTableJoinsItself() {
        TableSource other = C.as("other");
        assertThat(sql(select(ID, other.col(CHILD_ID))
                        .from(C)
                        .join(other, other.col(CHILD_PARENT_ID).eq(PARENT_ID))))
                .isEqualTo("SELECT child.id, other.id FROM child JOIN child AS other"
                        + " ON other.parent_id = child.parent_id");
    }

    @Test
    void joinTargetBringsItsCondition() {
        JoinTarget children = new JoinTarget() {
            @Override
            public Source target() {
                return C;
            }

            @Override
            public Expression<Boolean> on() {
                return PARENT_ID.eq(P.col("id", Integer.class));
            }
        };
        assertThat(sql(select(ID).from(P).join(children)))
                .isEqualTo("SELECT child.id FROM parent JOIN child ON child.parent_id = parent.id");
        assertThat(sql(select(ID).from(P).leftJoin(children)))
                .isEqualTo("SELECT child.id FROM parent LEFT JOIN child ON child.parent_id = parent.id");
    }

    @Test
    void joinOnTheRightIsBracketed() {
        TableSource a = P.as("a");
        Join inner = new Join(P, C, JoinKind.INNER, PARENT_ID.eq(P.col("id", Integer.class)));
        assertThat(sql(select(ID)
                        .from(a)
                        .leftJoin(inner, a.col("id", Integer.class).eq(ID))))
                .isEqualTo("SELECT child.id FROM parent AS a LEFT JOIN"
                        + " (parent JOIN child ON child.parent_id = parent.id) ON a.id = child.id");
    }

    @Test
    void joinNeedsSource() {
        assertThatThrownBy(() -> select(ID).join(C, ID.eq(1)))
                .isInstanceOf(UsageException.class)
                .hasMessage("a join needs something to join with: call from(…) first");
    }

    @Test
    void subqueryAsSource() {
        SubquerySource named = select(ID, NAME.upper().as("loud"))
                .from(C)
                .where(PARENT_ID.eq(7))
                .as("named");
        assertThat(sql(select(named.col("id", Integer.class))
                        .from(named)
                        .where(named.col("loud", String.class).eq("C1"))))
                .isEqualTo("SELECT named.id FROM (SELECT child.id, upper(child.name) AS loud FROM child"
                        + " WHERE child.parent_id = ?) AS named WHERE named.loud = ?");
        assertThatThrownBy(() -> named.col("name", String.class))
                .hasMessage("named has 0 columns named name; give the one that is meant a label");
    }

    @Test
    void tableInSchema() {
        Table page = Table.builder("page")
                .schema("wiki")
                .add(column("id", INTEGER).primaryKey())
                .build();
        assertThat(sql(selectFrom(table(page))
                        .where(table(page).col("id", Integer.class).eq(1))))
                .isEqualTo("SELECT wiki.page.id FROM wiki.page WHERE wiki.page.id = ?");
        assertThat(sql(deleteFrom(page))).isEqualTo("DELETE FROM wiki.page");
    }

    @Test
    void insertOfOneRow() {
        assertThat(sql(insertInto(PARENT).set(PARENT.column("name", String.class), "P1")))
                .isEqualTo("INSERT INTO parent (name) VALUES (?)");
    }

    @Test
    void insertOfSeveralRows() {
        var statement = insertInto(CHILD)
                .columns(CHILD_NAME, CHILD_PARENT_ID)
                .values("C1", 1)
                .values(null, parameter(0, INTEGER));
        assertThat(sql(statement)).isEqualTo("INSERT INTO child (name, parent_id) VALUES (?, ?), (?, ?)");
        assertThat(parameters(statement, 5)).containsExactly("C1", 1, null, 5);
    }

    @Test
    void insertOfDefaults() {
        assertThat(sql(insertInto(PARENT))).isEqualTo("INSERT INTO parent DEFAULT VALUES");
    }

    @Test
    void insertWithoutRowsIsRefused() {
        assertThatThrownBy(() -> sql(insertInto(CHILD).columns(CHILD_NAME)))
                .hasMessage("the INSERT into child has columns but no rows: call values(…) or select(…)");
    }

    @Test
    void updateSetsBareColumns() {
        var statement = update(CHILD).set(CHILD_PARENT_ID, (Integer) null).where(ID.eq(3));
        assertThat(sql(statement)).isEqualTo("UPDATE child SET parent_id=? WHERE child.id = ?");
        assertThat(parameters(statement)).containsExactly(null, 3);
    }

    @Test
    void updateByExpression() {
        assertThat(sql(update(CHILD)
                        .set(CHILD_NAME, NAME.concat("!"))
                        .set(CHILD.column("allowance", BigDecimal.class), ALLOWANCE.plus(1))
                        .where(ID.eq(1), NAME.isNotNull())))
                .isEqualTo("UPDATE child SET name=child.name || ?, allowance=child.allowance + ?"
                        + " WHERE child.id = ? AND child.name IS NOT NULL");
    }

    @Test
    void updateByOperandThatIsColumn() {
        assertThat(sql(update(CHILD).set(NAME, "C2"))).isEqualTo("UPDATE child SET name=?");
        assertThatThrownBy(() -> update(CHILD).set(NAME.upper(), "C2")).hasMessageContaining("is not a column");
    }

    @Test
    void updateThatSetsNothingIsRefused() {
        assertThatThrownBy(() -> sql(update(CHILD).where(ID.eq(1))))
                .hasMessage("the UPDATE of child sets nothing: call set(…)");
    }

    @Test
    void columnSetTwiceIsRefused() {
        assertThatThrownBy(() -> update(CHILD).set(CHILD_NAME, "a").set(CHILD_NAME, "b"))
                .hasMessage("column child.name is set twice");
        assertThatThrownBy(() -> insertInto(PARENT).set(CHILD_NAME, "a"))
                .hasMessage("column child.name is not one of table parent");
    }

    @Test
    void delete() {
        assertThat(sql(deleteFrom(CHILD).where(ID.eq(parameter(0, INTEGER)))))
                .isEqualTo("DELETE FROM child WHERE child.id = ?");
    }

    @Test
    void rawStatementKeepsItsText() {
        var statement =
                sql("SELECT name -- of :nobody\nFROM child WHERE id = :id AND name <> ':no' AND parent_id = :id")
                        .bind("id", 4)
                        .columns(TEXT);
        assertThat(sql(statement))
                .isEqualTo("SELECT name -- of :nobody\nFROM child WHERE id = ? AND name <> ':no' AND parent_id = ?");
        assertThat(parameters(statement)).containsExactly(4, 4);
        assertThat(new Renderer(new TestDialect()).compile(statement).codecs()).hasSize(1);
    }

    @Test
    void resultCodecsFollowTheSelectList() {
        assertThat(new Renderer(new TestDialect())
                        .compile(select(ID, NAME).from(C))
                        .codecs())
                .hasSize(2);
        assertThat(new Renderer(new TestDialect()).compile(deleteFrom(CHILD)).codecs())
                .isEmpty();
    }

    @Test
    void whatTheDatabaseCannotDoIsRefused() {
        Renderer renderer = new Renderer(TestDialect.without(Capability.FOR_UPDATE));
        assertThatThrownBy(() -> renderer.compile(select(ID).from(C).forUpdate()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("TestSQL has no FOR UPDATE: SELECT … FOR UPDATE locks the rows");
    }

    @Test
    void tooManyParametersAreRefused() {
        Select<Integer> statement =
                select(ID).from(C).where(ID.in(IntStream.range(0, 1001).boxed().toList()));
        assertThatThrownBy(() -> sql(statement))
                .hasMessage("the statement has 1024 parameters; TestSQL takes 1000. Divide the rows or the IN list");
    }

    @Test
    void nameThatIsTooLongIsRefused() {
        Table table = Table.of("t".repeat(61), column("id", INTEGER));
        assertThatThrownBy(() -> sql(selectFrom(table(table))))
                .hasMessageEndingWith(" has 61 characters; TestSQL takes 60");
    }

    @Test
    void statementsAreNotChangedByTheirMethods() {
        Select<Integer> all = select(ID).from(C);
        Select<Integer> some = all.where(ID.eq(1)).orderBy(ID);
        assertThat(sql(all)).isEqualTo("SELECT child.id FROM child");
        assertThat(sql(some)).isEqualTo("SELECT child.id FROM child WHERE child.id = ? ORDER BY child.id");
    }
}
