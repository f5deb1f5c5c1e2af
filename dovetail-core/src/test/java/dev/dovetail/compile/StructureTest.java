package dev.dovetail.compile;

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
import static dev.dovetail.compile.Family.STEPS;
import static dev.dovetail.sql.Sql.and;
import static dev.dovetail.sql.Sql.cast;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.countDistinct;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.exists;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.not;
import static dev.dovetail.sql.Sql.or;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.when;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StructureTest {
    /** Statements of which no two have the same structure; the values come from outside. */
    private static List<Statement> statements(int number, String text) {
        Select<Integer> all = select(ID).from(C);
        List<Statement> statements = new ArrayList<>();
        statements.add(all);
        statements.add(all.distinct());
        statements.add(all.forUpdate());
        statements.add(all.limit(number));
        statements.add(all.offset(number));
        statements.add(all.limit(number).offset(number));
        statements.add(all.limit(parameter(0, BIGINT)));
        statements.add(all.orderBy(ID));
        statements.add(all.orderBy(ID.desc()));
        statements.add(all.groupBy(ID));
        statements.add(all.groupBy(ID).having(countAll().gt(number)));
        statements.add(all.from(P));
        statements.add(all.join(P, ID.eq(number)));
        statements.add(all.leftJoin(P, ID.eq(number)));
        statements.add(all.join(P.as("x"), ID.eq(number)));
        statements.add(select(ID).from(P, C));
        statements.add(select(C.as("x").col(CHILD_ID)).from(C.as("x")));
        statements.add(select(C.as("y").col(CHILD_ID)).from(C.as("y")));
        statements.add(select(ID, NAME).from(C));
        statements.add(select(NAME, ID).from(C));
        statements.add(select(ID.as("a")).from(C));
        statements.add(select(ID.as("b")).from(C));
        var nested = all.where(ID.eq(number)).as("nested");
        statements.add(select(nested.col("id", Integer.class)).from(nested));
        List<Operand<Boolean>> conditions = List.of(
                ID.eq(number),
                ID.ne(number),
                ID.lt(number),
                PARENT_ID.eq(number),
                ID.eq(PARENT_ID),
                PARENT_ID.eq(ID),
                ID.eq(parameter(0, INTEGER)),
                ID.eq(parameter(1, INTEGER)),
                STEPS.eq(number),
                STEPS.eq((long) number),
                STEPS.plus(number).eq(number),
                STEPS.minus(number).eq(number),
                ID.isNull(),
                ID.isNotNull(),
                ID.isDistinctFrom(number),
                ID.in(List.of()),
                ID.in(number),
                ID.in(number, number + 1),
                ID.notIn(number),
                ID.in(all),
                ID.notIn(all),
                ID.between(number, number),
                NAME.eq(text),
                NAME.like(text),
                NAME.notLike(text),
                NAME.contains(text),
                NAME.lower().eq(text),
                NAME.concat(text).eq(text),
                exists(all),
                not(exists(all)),
                scalar(all).eq(number),
                cast(ID, TEXT).eq(text),
                cast(ID, VARCHAR(9)).eq(text),
                count(ID).eq(number),
                countDistinct(ID).eq(number),
                max(ID).eq(number),
                when(ID.eq(number), text).end().eq(text),
                when(ID.eq(number), text).otherwise(text).eq(text),
                sql("a", INTEGER).eq(number),
                sql("b", INTEGER).eq(number),
                and(ID.eq(number), ID.eq(number)),
                or(ID.eq(number), ID.eq(number)),
                and(ID.eq(number), or(ID.eq(number), ID.eq(number))),
                or(ID.eq(number), and(ID.eq(number), ID.eq(number))));
        conditions.forEach(condition -> statements.add(all.where(condition)));
        statements.add(insertInto(PARENT));
        statements.add(insertInto(CHILD));
        statements.add(insertInto(CHILD).set(CHILD_NAME, text));
        statements.add(insertInto(CHILD).set(CHILD_NAME, parameter(0, TEXT)));
        statements.add(insertInto(CHILD).set(CHILD_NAME, text).set(CHILD_PARENT_ID, number));
        statements.add(insertInto(CHILD).set(CHILD_PARENT_ID, number).set(CHILD_NAME, text));
        statements.add(insertInto(CHILD).columns(CHILD_NAME).values(text).values(text));
        statements.add(update(CHILD).set(CHILD_NAME, text));
        statements.add(update(CHILD).set(CHILD_PARENT_ID, number));
        statements.add(update(CHILD).set(CHILD_NAME, text).where(ID.eq(number)));
        statements.add(deleteFrom(CHILD));
        statements.add(deleteFrom(PARENT));
        statements.add(deleteFrom(CHILD).where(ID.eq(number)));
        statements.add(sql("DELETE FROM child"));
        statements.add(sql("DELETE FROM child WHERE id = :id").bind("id", number));
        statements.add(sql("DELETE FROM child WHERE id = :id").bind("id", text));
        statements.add(sql("SELECT 1").columns(INTEGER));
        statements.add(sql("SELECT 1").columns(BIGINT));
        return statements;
    }

    @Test
    void differentStructuresHaveDifferentKeys() {
        Map<CacheKey, Statement> seen = new HashMap<>();
        for (Statement statement : statements(1, "a")) {
            Statement before = seen.put(Structure.of(statement).key(), statement);
            assertThat(before == null ? null : Family.sql(before))
                    .as(Family.sql(statement))
                    .isNull();
        }
    }

    @Test
    void sameStructureHasSameKeyAndSqlWhateverTheValues() {
        List<Statement> some = statements(1, "a");
        List<Statement> others = statements(23456, "b'; DROP TABLE child");
        for (int index = 0; index < some.size(); index++) {
            assertThat(Structure.of(others.get(index)).key())
                    .isEqualTo(Structure.of(some.get(index)).key());
            assertThat(Family.sql(others.get(index))).isEqualTo(Family.sql(some.get(index)));
        }
    }

    @Test
    void compiledStatementServesOthersOfItsKey() {
        Statement first = select(ID).from(C).where(NAME.eq("a"), ID.gt(1)).limit(2);
        Statement second = select(ID).from(C).where(NAME.eq("b"), ID.gt(3)).limit(4);
        CompiledStatement compiled = new Renderer(new TestDialect()).compile(first);
        assertThat(compiled.parameters(Structure.of(second).constants(), new Object[0]))
                .containsExactly("b", 3, 4L);
    }

    @Test
    void oneValueInTwoPlacesIsAnotherStructureThanTwoValues() {
        Value<Integer> shared = value(5);
        Statement once = select(ID).from(C).where(ID.eq(shared), PARENT_ID.eq(shared));
        Statement twice = select(ID).from(C).where(ID.eq(value(6)), PARENT_ID.eq(value(7)));
        assertThat(Structure.of(once).key()).isNotEqualTo(Structure.of(twice).key());
        assertThat(Family.parameters(once)).containsExactly(5, 5);
        assertThat(Family.parameters(twice)).containsExactly(6, 7);
    }

    @Test
    void keyHoldsNoValues() {
        Structure structure = Structure.of(select(ID).from(C).where(NAME.eq("secret")));
        assertThat(structure.constants()).containsExactly("secret");
        assertThat(structure.key())
                .isEqualTo(
                        Structure.of(select(ID).from(C).where(NAME.eq("other"))).key());
        assertThat(NAME.eq("secret").toString()).doesNotContain("secret");
    }
}
