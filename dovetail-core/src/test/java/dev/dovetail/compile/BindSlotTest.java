package dev.dovetail.compile;

import static dev.dovetail.compile.Family.C;
import static dev.dovetail.compile.Family.CHILD;
import static dev.dovetail.compile.Family.CHILD_ALLOWANCE;
import static dev.dovetail.compile.Family.CHILD_BORN;
import static dev.dovetail.compile.Family.CHILD_NAME;
import static dev.dovetail.compile.Family.CHILD_PARENT_ID;
import static dev.dovetail.compile.Family.ID;
import static dev.dovetail.compile.Family.NAME;
import static dev.dovetail.compile.Family.parameters;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class BindSlotTest {
    private static final Insert ONE_SHAPE = insertInto(CHILD)
            .set(CHILD_NAME, parameter(0, CHILD_NAME.type()))
            .set(CHILD_PARENT_ID, parameter(1, CHILD_PARENT_ID.type()))
            .set(CHILD_ALLOWANCE, parameter(2, CHILD_ALLOWANCE.type()))
            .set(CHILD_BORN, parameter(3, CHILD_BORN.type()));

    @Test
    void oneShapeBindsManyRows() {
        LocalDateTime born = LocalDateTime.of(2019, 1, 2, 6, 16, 56, 123_000_000);
        assertThat(parameters(ONE_SHAPE, "C1", 1, new BigDecimal("1.50"), born))
                .containsExactly("C1", 1, new BigDecimal("1.50"), born);
        assertThat(parameters(ONE_SHAPE, null, 2, null, null)).containsExactly(null, 2, null, null);
    }

    @Test
    void constantsAndArgumentsMix() {
        Statement statement = update(CHILD).set(CHILD_NAME, "x").where(ID.eq(parameter(0, ID.type())), NAME.ne("y"));
        assertThat(parameters(statement, 9)).containsExactly("x", 9, "y");
    }

    @Test
    void missingArgument() {
        assertThatThrownBy(() -> parameters(ONE_SHAPE, "C1"))
                .isInstanceOf(UsageException.class)
                .hasMessage("the statement has a parameter 1, but only 1 arguments were given");
    }

    @Test
    void argumentOfWrongClass() {
        assertThatThrownBy(() -> parameters(ONE_SHAPE, "C1", "1", null, null))
                .isInstanceOf(UsageException.class)
                .hasMessage("child.parent_id: INTEGER takes java.lang.Integer, not java.lang.String");
    }

    @Test
    void storedValueMustFit() {
        assertThatThrownBy(() -> parameters(ONE_SHAPE, "a name of 21 letters.", 1, null, null))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-TYPE-FIT"))
                .hasMessage("child.name: VARCHAR(20) cannot hold a text of 21 characters");
        assertThatThrownBy(() -> parameters(ONE_SHAPE, "C1", 1, new BigDecimal("1.555"), null))
                .hasMessage("child.allowance: NUMERIC(5, 2) cannot hold 1.555");
        assertThatThrownBy(() -> parameters(insertInto(CHILD).set(CHILD_NAME, "a name of 21 letters.")))
                .hasMessage("child.name: VARCHAR(20) cannot hold a text of 21 characters");
    }

    @Test
    void comparedValueNeedNotFit() {
        assertThat(parameters(select(ID).from(C).where(NAME.eq("a name of 21 letters."))))
                .containsExactly("a name of 21 letters.");
    }

    @Test
    void timesAreCutNotRounded() {
        LocalDateTime precise = LocalDateTime.of(2019, 1, 2, 6, 16, 56, 123_999_999);
        LocalDateTime cut = LocalDateTime.of(2019, 1, 2, 6, 16, 56, 123_000_000);
        assertThat(parameters(ONE_SHAPE, null, 1, null, precise)).endsWith(cut);
        assertThat(parameters(select(ID).from(C).where(C.col(CHILD_BORN).eq(precise))))
                .containsExactly(cut);
    }

    @Test
    void slotsKnowTheirColumn() {
        Statement statement = update(CHILD)
                .set(CHILD_NAME, NAME.concat("x"))
                .set(CHILD_PARENT_ID, 1)
                .where(NAME.lower().eq("y"), ID.in(1, 2), NAME.contains("z"));
        assertThat(new Renderer(new TestDialect()).compile(statement).slots())
                .extracting(slot -> slot.column() + (slot.stored() ? " stored" : ""))
                .containsExactly(
                        "child.name", "child.parent_id stored", "child.name", "child.id", "child.id", "child.name");
    }
}
